from django.db import migrations, models

FILL = "alignment.copies.fill"


def owe_index(apps, schema_editor):
    """What was announced before there was an index of its words is indexed by the worker."""
    database = schema_editor.connection.alias
    announced = apps.get_model("announcements", "Announcement").objects.using(database)
    if announced.exists():
        owed = apps.get_model("ledger", "OwedEffect").objects.using(database)
        owed.get_or_create(key=FILL, defaults={"kind": FILL})


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
