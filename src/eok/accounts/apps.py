from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "eok.accounts"
    label = "accounts"
    verbose_name = "본인확인과 권한"

    def ready(self) -> None:
        """Make the sweeping job known to the worker, and people to the retention."""
        from eok.accounts import retained, sweep
        from eok.core import retention

        sweep.schedule()
        retention.register(retained.KIND, retained.PersonKeeper())
