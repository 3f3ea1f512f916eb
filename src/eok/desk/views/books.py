"""대장 책: 민원 처리부 and the 관리대장 of each register, as lists, on paper and as files."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from eok.casework import permissions
from eok.casework import queries as casework
from eok.core import clock
from eok.core.access import Who, open_to
from eok.desk import bookpage, paging, registerlist
from eok.desk.bookpage import Book
from eok.desk.counts import menu
from eok.desk.finding import officer_of
from eok.desk.reading import note_list
from eok.krds import csv_file
from eok.krds.page import render
from eok.licences.errors import LicenceNotFoundError
from eok.offices import queries as offices


@require_safe
@open_to(Who.OFFICER)
def books(request: HttpRequest) -> HttpResponse:
    """`/desk/books/`: which books there are."""
    officer = officer_of(request)
    context = {"registers": registerlist.registers_of(officer), "desk_counts": menu(officer)}
    return render(request, "desk/books.html", context)


@require_safe
@open_to(Who.OFFICER)
def case_book(request: HttpRequest) -> HttpResponse:
    """`/desk/books/cases/?year=&department=`: 민원 처리부, in the order of acceptance."""
    officer, year = officer_of(request), _year(request)
    mine = permissions.departments_of(officer)
    asked = request.GET.get("department", "")
    chosen = (asked,) if asked in mine else mine
    found = casework.book(chosen, year)
    names = {d.key: d.name for d in offices.departments(clock.seoul_now().date()) if d.key in mine}
    book = Book(
        "cases", "민원 처리부", year, bookpage.CASE_LAW, bookpage.CASE_NOTE, bookpage.CASE_HEAD,
        department=asked if asked in mine else "", departments=names,
    )  # fmt: skip
    return _show(request, book, found, bookpage.case_rows)


@require_safe
@open_to(Who.OFFICER)
def register_book(request: HttpRequest, register: str) -> HttpResponse:
    """`/desk/books/<register>/?year=`: 관리대장 of the entries opened in a year."""
    officer, year = officer_of(request), _year(request)
    mine = registerlist.registers_of(officer)
    if register not in mine:
        raise LicenceNotFoundError
    book = bookpage.of_register(register, mine[register].name, year)
    found = registerlist.found(registerlist.Asked(register=register, sort="number"), mine)
    return _show(request, book, found.filter(opened_on__year=year), bookpage.register_rows(register))


def _show(
    request: HttpRequest, book: Book, found: "bookpage.Found", rows_of: "bookpage.RowsOf"
) -> HttpResponse:
    officer = officer_of(request)
    if request.GET.get("as") == "csv":
        rows = rows_of(list(found))
        note_list(officer, f"book-{book.key}", len(rows))
        return csv_file.file(f"{book.title}-{book.year}", book.head, rows)
    page = paging.page_of(found, request.GET.get("page", ""), bookpage.PAGE)
    rows = rows_of(page.rows)
    note_list(officer, f"book-{book.key}", len(rows))
    context = {
        "book": book,
        "rows": rows,
        "page": page,
        "printed_on": clock.seoul_now().date(),
        "office": offices.district().name,
        "desk_counts": menu(officer),
    }
    return render(request, "desk/book.html", context)


def _year(request: HttpRequest) -> int:
    """This year unless the address names one."""
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) == 4 else 0
    return year if 1945 <= year <= 9998 else clock.seoul_now().year
