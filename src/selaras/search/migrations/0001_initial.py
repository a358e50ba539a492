import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Founder',
            fields=[
                ('key', models.CharField(max_length=120, primary_key=True, serialize=False)),
                ('minima', models.BinaryField()),
                ('figures', models.TextField()),
                ('place', models.CharField(max_length=5)),
                ('origin', models.CharField(max_length=120)),
            ],
        ),
        migrations.CreateModel(
            name='IndexedEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=120, unique=True)),
                ('cluster', models.CharField(db_index=True, max_length=120)),
                ('head', models.BooleanField(default=True)),
                ('owner', models.BooleanField()),
                ('superseded', models.BooleanField()),
                ('origin', models.CharField(max_length=120)),
                ('dated', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='IndexState',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('form', models.CharField(blank=True, max_length=80)),
                ('looked_over_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Band',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.BigIntegerField(db_index=True)),
                ('founder', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='bands', to='search.founder')),
            ],
        ),
        migrations.CreateModel(
            name='WaitingEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(max_length=300)),
                ('due_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('reach', models.PositiveSmallIntegerField(choices=[(0, 'Entry'), (1, 'Several'), (2, 'Whole')], default=0)),
            ],
            options={
                'indexes': [models.Index(fields=['reach', 'id'], name='waiting_order')],
            },
        ),
    ]
