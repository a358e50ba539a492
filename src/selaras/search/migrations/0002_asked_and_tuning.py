import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='AskedDay',
            fields=[
                ('day', models.DateField(primary_key=True, serialize=False)),
                ('half', models.CharField(max_length=64)),
            ],
        ),
        migrations.CreateModel(
            name='SignalWeight',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, unique=True)),
                ('value', models.FloatField(verbose_name='bobot')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_by', models.CharField(max_length=200)),
            ],
            options={
                'verbose_name': 'bobot isyarat',
                'verbose_name_plural': 'bobot isyarat',
            },
        ),
        migrations.CreateModel(
            name='AskedQuery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('province', models.CharField(max_length=2)),
                ('query', models.CharField(max_length=80)),
                ('asked', models.PositiveIntegerField(default=0)),
                ('answered', models.PositiveIntegerField(default=0)),
                ('found_none', models.PositiveIntegerField(default=0)),
                ('found_few', models.PositiveIntegerField(default=0)),
                ('found_some', models.PositiveIntegerField(default=0)),
                ('found_many', models.PositiveIntegerField(default=0)),
                ('picked_first', models.PositiveIntegerField(default=0)),
                ('picked_third', models.PositiveIntegerField(default=0)),
                ('picked_tenth', models.PositiveIntegerField(default=0)),
                ('picked_later', models.PositiveIntegerField(default=0)),
                ('askers', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'yang dicari',
                'verbose_name_plural': 'yang dicari',
                'indexes': [models.Index(fields=['day'], name='asked_day')],
                'constraints': [models.UniqueConstraint(fields=('province', 'day', 'query'), name='asked_once_a_day'), models.CheckConstraint(condition=models.Q(('query', ''), _negated=True), name='asked_something')],
            },
        ),
        migrations.CreateModel(
            name='AskersToday',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('mark', models.CharField(max_length=32)),
                ('bits', models.BinaryField(max_length=64)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('day', 'mark'), name='askers_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='PickedResult',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('key', models.CharField(max_length=100)),
                ('pickers', models.PositiveIntegerField(default=0)),
            ],
            options={
                'verbose_name': 'hasil yang dibuka',
                'verbose_name_plural': 'hasil yang dibuka',
                'constraints': [models.UniqueConstraint(fields=('day', 'key'), name='picked_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='SynonymGroup',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('forms', models.CharField(max_length=600, verbose_name='padanan')),
                ('replaces', models.CharField(blank=True, max_length=600, verbose_name='menggantikan')),
                ('removed', models.BooleanField(default=False, verbose_name='dimatikan')),
                ('changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('changed_by', models.CharField(max_length=200)),
            ],
            options={
                'verbose_name': 'padanan kata',
                'verbose_name_plural': 'padanan kata',
                'ordering': ['forms', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('replaces', ''), _negated=True), fields=('replaces',), name='synonym_replaces_once'), models.CheckConstraint(condition=models.Q(('removed', False), models.Q(('replaces', ''), _negated=True), _connector='OR'), name='synonym_removed_is_shipped')],
            },
        ),
    ]
