"""Entries of the audit get a number that grows, a revision and a reason.

The key of a table cannot be exchanged in place, and its rows may not be changed: a new table takes
them over in the order in which they were written.
"""

import uuid

import django.core.serializers.json
import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

TAKE_OVER = """
    INSERT INTO ledger_numberedentry
        (key, at, actor, institution, action, object_kind, object_id, revision, reason, details)
    SELECT id, at, actor, institution, action, object_kind, object_id, '', '', details
    FROM ledger_auditentry ORDER BY at, id
"""


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='NumberedEntry',
            fields=[
                ('number', models.BigAutoField(primary_key=True, serialize=False)),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('actor', models.CharField(max_length=200)),
                ('institution', models.CharField(blank=True, max_length=200)),
                ('action', models.CharField(max_length=100)),
                ('object_kind', models.CharField(max_length=100)),
                ('object_id', models.CharField(max_length=100)),
                ('revision', models.CharField(blank=True, max_length=100)),
                ('reason', models.TextField(blank=True)),
                ('details', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
            ],
            options={
                'ordering': ['-at', '-number'],
                'indexes': [
                    models.Index(fields=['at', 'number'], name='audit_at'),
                    models.Index(fields=['institution', 'at', 'number'], name='audit_institution'),
                    models.Index(fields=['actor', 'at', 'number'], name='audit_actor'),
                    models.Index(fields=['action', 'at', 'number'], name='audit_action'),
                    models.Index(fields=['object_kind', 'object_id', 'at', 'number'], name='audit_object'),
                ],
            },
        ),
        migrations.RunSQL(TAKE_OVER),
        migrations.DeleteModel(name='AuditEntry'),
        migrations.RenameModel(old_name='NumberedEntry', new_name='AuditEntry'),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('reference', models.UUIDField(primary_key=True, serialize=False)),
                ('name', models.CharField(blank=True, max_length=300)),
                ('erased_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Origin',
            fields=[
                ('entry', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, primary_key=True, related_name='origin', serialize=False, to='ledger.auditentry')),
                ('at', models.DateTimeField(db_index=True)),
                ('address', models.GenericIPAddressField(null=True)),
                ('agent', models.CharField(blank=True, max_length=300)),
            ],
        ),
    ]
