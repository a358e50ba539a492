from django.db import migrations, models


FOLLOW = "alignment.copies"


def owe_index(apps, schema_editor):
    """What was announced before there was an index of its words is indexed by the worker."""
    database = schema_editor.connection.alias
    announced = apps.get_model("announcements", "Announcement").objects.using(database)
    owed = apps.get_model("ledger", "OwedEffect").objects.using(database)
    owed.bulk_create(
        (
            owed.model(
                kind=FOLLOW, key=f"{FOLLOW}:{key}:published", payload={"announcement": str(key)}
            )
            for key in announced.values_list("pk", flat=True)
        ),
        batch_size=500,
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("alignment", "0001_initial"),
        ("ledger", "0004_proof"),
    ]

    operations = [
        migrations.AddIndex(
            model_name='announcedwords',
            index=models.Index(fields=['family'], name='announced_family'),
        ),
        migrations.RunPython(owe_index, migrations.RunPython.noop),
    ]
