"""Letters of Hangul: taking syllables apart, putting them together, the two-set keyboard. Pure."""

_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_PAIRS = {
    "ㅗㅏ": "ㅘ", "ㅗㅐ": "ㅙ", "ㅗㅣ": "ㅚ", "ㅜㅓ": "ㅝ", "ㅜㅔ": "ㅞ", "ㅜㅣ": "ㅟ", "ㅡㅣ": "ㅢ",
    "ㄱㅅ": "ㄳ", "ㄴㅈ": "ㄵ", "ㄴㅎ": "ㄶ", "ㄹㄱ": "ㄺ", "ㄹㅁ": "ㄻ", "ㄹㅂ": "ㄼ", "ㄹㅅ": "ㄽ",
    "ㄹㅌ": "ㄾ", "ㄹㅍ": "ㄿ", "ㄹㅎ": "ㅀ", "ㅂㅅ": "ㅄ",
}  # fmt: skip
_SPLIT = {joined: pair for pair, joined in _PAIRS.items()}
_KEYS = dict(
    zip(
        "rRseEfaqQtTdwWczxvgkoiOjpuPhynbmlBCDFGHIJKLMNSUVXYZA",
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣㅠㅊㅇㄹㅎㅗㅑㅓㅏㅣㅡㅜㄴㅕㅍㅌㅛㅋㅁ",
        strict=True,
    )
)
_LATIN = {jamo: key for key, jamo in reversed(_KEYS.items())}


def is_syllable(character: str) -> bool:
    return "가" <= character <= "힣"


def is_jamo(character: str) -> bool:
    return "ㄱ" <= character <= "ㅣ"


def is_consonant(character: str) -> bool:
    return "ㄱ" <= character <= "ㅎ"


def letters(text: str) -> str:
    """식당 → ㅅㅣㄱㄷㅏㅇ; double letters fall apart as they are typed."""
    return "".join(_letters_of(character) for character in text)


def _letters_of(character: str) -> str:
    if not is_syllable(character):
        return _SPLIT.get(character, character)
    code = ord(character) - 0xAC00
    parts = (_LEADS[code // 588], _VOWELS[code % 588 // 28], _TAILS[code % 28].strip())
    return "".join(_SPLIT.get(part, part) for part in parts)


def first_consonants(text: str) -> str:
    """통신판매 → ㅌㅅㅍㅁ; other characters stay."""
    return "".join(_LEADS[(ord(c) - 0xAC00) // 588] if is_syllable(c) else c for c in text)


def from_keyboard(latin: str) -> str:
    """tlrekd → 식당: what was meant when the keyboard stood on Latin letters."""
    return compose("".join(_KEYS.get(key, key) for key in latin))


def to_keyboard(text: str) -> str:
    """ㅔㅊ방 → pc방: bare letters as the keys they lie on; whole syllables stay."""
    return "".join(_LATIN.get(c, c).lower() if is_jamo(c) else c for c in text)


def compose(jamo: str) -> str:
    """ㅅㅣㄱㄷㅏㅇ → 식당: the automaton of the two-set keyboard."""
    writer = _Writer()
    for letter in jamo:
        writer.write(letter)
    return writer.text()


class _Writer:
    """One syllable under the pen, the finished ones behind it."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._lead = self._vowel = self._tail = ""

    def write(self, letter: str) -> None:
        if letter in _VOWELS:
            self._write_vowel(letter)
        elif letter in _LEADS or letter in _TAILS.strip():
            self._write_consonant(letter)
        else:
            self._finish()
            self._done.append(letter)

    def text(self) -> str:
        self._finish()
        return "".join(self._done)

    def _write_vowel(self, letter: str) -> None:
        if self._tail:  # a vowel after a closed syllable takes the last consonant along
            pair = _SPLIT.get(self._tail, self._tail)
            self._tail = pair[:-1]
            self._finish()
            self._lead, self._vowel = pair[-1], letter
        elif self._vowel + letter in _PAIRS:
            self._vowel = _PAIRS[self._vowel + letter]
        elif self._vowel:
            self._finish()
            self._vowel = letter
        else:
            self._vowel = letter

    def _write_consonant(self, letter: str) -> None:
        open_syllable = self._lead and self._vowel
        if open_syllable and not self._tail and letter in _TAILS:
            self._tail = letter
        elif open_syllable and self._tail + letter in _PAIRS:
            self._tail = _PAIRS[self._tail + letter]
        else:
            self._finish()
            self._lead = letter

    def _finish(self) -> None:
        if self._lead and self._vowel:
            code = _LEADS.index(self._lead) * 588 + _VOWELS.index(self._vowel) * 28
            self._done.append(chr(0xAC00 + code + (_TAILS.index(self._tail) if self._tail else 0)))
        else:
            self._done.append(self._lead + self._vowel + self._tail)
        self._lead = self._vowel = self._tail = ""
