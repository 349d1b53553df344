"""Fill a fresh Tryton database with one small company's pipeline.

Called by server.ts with /usr/bin/python3: seed.py CONFIG DATABASE PASSWORD OUT.json
Dates are fixed, so that the prepared database can be kept between runs.
"""
import datetime
import json
import sys
from decimal import Decimal

from proteus import Model, Wizard, config as proteus_config
from trytond.transaction import Transaction

CONFIG, DATABASE, PASSWORD, OUT = sys.argv[1:5]

config = proteus_config.set_trytond(DATABASE, config_file=CONFIG)


def behind_the_screen(work):
    """Do what no form of Tryton offers; `work` gets the pool's models, not proteus's."""
    with Transaction().start(config.database_name, config.user, context=config.context) as transaction:
        work(config.pool)
        transaction.commit()


# The first login otherwise opens the configuration wizards over everything.
for item in Model.get('ir.module.config_wizard.item').find([('state', '!=', 'done')]):
    item.state = 'done'
    item.save()

Currency = Model.get('currency.currency')
usd = Currency(name='US Dollar', symbol='$', code='USD', numeric_code='840', digits=2, rounding=Decimal('0.01'))
rate = usd.rates.new()
rate.date = datetime.date(2026, 1, 1)
rate.rate = Decimal('1')
usd.save()

Party = Model.get('party.party')
harbour = Party(name='Harbourline Freight')
harbour.save()
wizard = Wizard('company.company.config')
wizard.execute('company')
wizard.form.party = harbour
wizard.form.currency = usd
wizard.execute('add')
company, = Model.get('company.company').find()

Employee = Model.get('company.employee')
User = Model.get('res.user')
Group = Model.get('res.group')
Lang = Model.get('ir.lang')


def employee(name):
    person = Party(name=name)
    person.save()
    hired = Employee(party=person, company=company)
    hired.save()
    return hired


dana = employee('Dana Ruiz')
kim = employee('Kim Okafor')

admin = User(1)
admin.companies.append(company)
admin.company = company
admin.employees.append(dana)
admin.employee = dana
admin.save()

# Kim works in German number and date formats. The translations are not loaded: the formats are what is tested.
german, = Lang.find([('code', '=', 'de')])
behind_the_screen(lambda pool: pool.get('ir.lang').write(
    [pool.get('ir.lang')(german.id)], {'translatable': True}))
other = User(name='Kim Okafor', login='kim', password=PASSWORD, language=german)
other.companies.append(Model.get('company.company')(company.id))
other.company = other.companies[0]
other.employees.append(Employee(kim.id))
other.employee = other.employees[0]
for group in Group.find([('name', 'in', ['Sales', 'Sales Administrator'])]):
    other.groups.append(group)
other.save()

config._context = User.get_preferences(True, {})


def customer(name, street, city, phone, email):
    party = Party(name=name)
    address = party.addresses[0] if party.addresses else party.addresses.new()
    address.street = street
    address.city = city
    for kind, value in (('phone', phone), ('email', email)):
        mechanism = party.contact_mechanisms.new()
        mechanism.type = kind
        mechanism.value = value
    party.save()
    return party


northwind = customer('Northwind Bakeries', '12 Mill Lane', 'Leeds', '+44 113 496 0123', 'orders@northwind.example')
seoul = customer('한빛물류', '강남대로 12', '서울', '+82 2 6000 0123', 'hello@hanbit.example')
awkward = customer('<b>Bold</b> & Sons "Ltd"', "1 <script>alert('x')</script> Road", 'Nowhere',
    '+1 555 0100', 'bold@sons.example')
quiet = customer('Quiet Lake Co', '3 Lake Road', 'Geneva', '+41 22 555 01 23', 'info@quietlake.example')

Opportunity = Model.get('sale.opportunity')


def opportunity(key, description, party, amount, end_date, owner=dana, state='lead', probability=0.5, contact=True):
    deal = Opportunity()
    deal.description = description
    deal.party = party
    if party is not None:
        deal.address = party.addresses[0]
        if contact:
            deal.contact = party.contact_mechanisms[0]
    deal.amount = Decimal(amount) if amount is not None else None
    deal.start_date = datetime.date(2026, 10, 5)
    deal.end_date = end_date
    deal.employee = owner
    deal.conversion_probability = probability
    deal.save()
    for step in {'lead': [], 'opportunity': ['opportunity'], 'lost': ['opportunity', 'lost'],
            'converted': ['opportunity', 'convert'], 'won': ['opportunity', 'convert']}[state]:
        deal.click(step)
    return key, deal, state


day = datetime.date
seeded = [
    opportunity('platform', 'Northwind - cold chain platform', northwind, '48250.00', day(2026, 12, 18),
        state='opportunity', probability=0.6),
    opportunity('renewal', 'Quiet Lake renewal', quiet, '9600.50', day(2027, 1, 29), state='opportunity'),
    opportunity('korean', '한빛물류 창고 관리 시스템', seoul, '120000.00', day(2027, 3, 31), state='opportunity'),
    opportunity('awkward', '<img src=x onerror="alert(1)"> & "quotes" \'single\'', awkward, None, None),
    opportunity('bare', None, None, None, None),
    opportunity('won', 'Quiet Lake pilot', quiet, '15000.00', day(2026, 11, 6), state='won'),
    opportunity('lost', 'Northwind scanners', northwind, '7300.00', day(2026, 11, 9), state='lost'),
    opportunity('converted', 'Quiet Lake depots', quiet, '22000.00', day(2026, 12, 1), state='converted'),
    opportunity('others', 'Hanbit docks', seoul, '31000.00', day(2027, 2, 26), owner=kim, state='opportunity'),
]

by_key = {key: deal.id for key, deal, state in seeded}


def close(pool):
    """"Won" is no button: Tryton sets it when the sale made by "convert" is confirmed. Doing that would need a chart
    of accounts, so the transition is called as the sale would call it. Both closings stamp today as the end date."""
    Deal = pool.get('sale.opportunity')
    Deal.won(Deal.browse([by_key['won']]))
    Deal.write(Deal.browse([by_key['won']]), {'end_date': day(2026, 11, 6)})
    Deal.write(Deal.browse([by_key['lost']]), {'end_date': day(2026, 11, 9)})


behind_the_screen(close)

rows = {}
for key, deal, state in seeded:
    deal = Opportunity(deal.id)
    rows[key] = {
        'id': deal.id,
        'number': deal.number,
        'description': deal.description,
        'party': deal.party.name if deal.party else None,
        'partyId': deal.party.id if deal.party else None,
        'amount': str(deal.amount) if deal.amount is not None else None,
        'currency': 'USD',
        'endDate': deal.end_date.isoformat() if deal.end_date else None,
        'state': deal.state,
        'employee': deal.employee.rec_name,
        'employeeId': deal.employee.id,
    }
    assert deal.state == state, (key, deal.state, state)

with open(OUT, 'w', encoding='utf-8') as out:
    json.dump({
        'opportunities': rows,
        'employees': {'admin': dana.id, 'kim': kim.id},
        'users': {'admin': admin.id, 'kim': other.id},
        'company': company.id,
    }, out, ensure_ascii=False, indent=1)
