"""Two hundred spellings that nobody has settled: each is the right place, or it is asked about."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlmodel import SQLModel

from lfjb_desk.domain.places import PlaceKind
from lfjb_desk.services.places import PlaceService
from lfjb_desk.services.reference import ReferenceService
from lfjb_desk.store.engine.database import Database
from lfjb_desk.store.engine.sqlite import memory_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
PUBLISHERS = ("", "FCSQ", "Cafcass", "HMCTS", "A county council")
KINDS = (None, PlaceKind.AREA, PlaceKind.AUTHORITY)

MEANT = """
Barking & Dagenham|Barking and Dagenham
Barking and Dagenham London Borough Council|Barking and Dagenham
LB Barnet|Barnet
London Borough of Barnet|Barnet
Barnet Council|Barnet
Barnsley MBC|Barnsley
Bath & NE Somerset|Bath and North East Somerset
BANES|Bath and North East Somerset
B&NES|Bath and North East Somerset
Bedford Borough|Bedford
Birmingham City Council|Birmingham
Birmingham & Solihull|
Blackburn|
Blackburn Darwen|Blackburn with Darwen
Blackburn-with-Darwen BC|Blackburn with Darwen
Blackburn and Lancaster|Blackburn/Lancaster
BCP|Bournemouth, Christchurch and Poole
BCP Council|Bournemouth, Christchurch and Poole
Bournemouth|
Poole|
Bournemouth Christchurch Poole|Bournemouth, Christchurch and Poole
Brighton|Brighton;Brighton and Hove
Brighton & Hove City|Brighton and Hove
Brighton and Hove DFJ|Brighton
Bristol|Bristol;City of Bristol
Bristol City|City of Bristol
Bristol, City of|City of Bristol
City of Bristol Council|City of Bristol
Avon|
Bucks|Buckinghamshire
Cambs|Cambridgeshire
Carlisle|Carlisle
Carlisle and Cumbria|
Cumbria|
Cumberland|Cumberland
Westmorland|
Cheshire|
Cheshire West|Cheshire West and Chester
Cheshire W & Chester|Cheshire West and Chester
Chester|
City of London|City of London
City of London Corporation|City of London
London|London
Greater London|
Inner London|
Outer London|
City of Westminster|Westminster
Westminster City Council|Westminster
Cleveland|
Cleveland and S Durham|Cleveland and South Durham
Cleveland & Durham|
Teesside|Cleveland and South Durham
Tees Valley|
Conwy County Borough|Conwy
County Durham|County Durham
Durham|County Durham
Co Durham|County Durham
Durham CC|County Durham
North Durham|
South Durham|
Northumbria|
Northumberland|Northumberland
Northumbria & N Durham|Northumbria and North Durham
Newcastle|
Newcastle upon Tyne|Newcastle upon Tyne;Northumbria and North Durham
Newcastle-upon-Tyne|Newcastle upon Tyne;Northumbria and North Durham
Newcastle under Lyme|
Newcastle-under-Lyme|
Newcastle u Lyme|
Derby|Derby
Derby City|Derby
Derbyshire|Derbyshire
Derbys|Derbyshire
Devon|Devon
Devon & Cornwall|
Exeter|
Plymouth|Plymouth
Plymoth|Plymouth
Dorset|Dorset;Bournemouth and Dorset
Dorset and Bournemouth|
East Riding|East Riding of Yorkshire
E Riding of Yorks|East Riding of Yorkshire
Humberside|Humberside
Hull|Kingston upon Hull
Kingston|
Kingston upon Hull, City of|Kingston upon Hull
Kingston upon Thames|Kingston upon Thames
Royal Kingston|Kingston upon Thames
East Sussex|East Sussex
West Sussex|West Sussex
Sussex|
E Sussex|East Sussex
W. Sussex|West Sussex
East Susex|East Sussex
Wets Sussex|West Sussex
Essex|Essex
Essex & Suffolk|Essex and Suffolk
Suffolk|Suffolk
Southend|Southend-on-Sea
Southend on Sea|Southend-on-Sea
Gloucester|
Gloucestershire|Gloucestershire
S Gloucestershire|South Gloucestershire
South Gloucester|South Gloucestershire
Guildford|Guildford
Guilford|Guildford
Gwent|
Blaenau Gwent CBC|Blaenau Gwent
Hammersmith|Hammersmith and Fulham
Hants|Hampshire
Portsmouth & Hampshire|
Portsmouth|Portsmouth
Southampton|Southampton
South Hampton|Southampton
Hereford|
Herefordshire, County of|Herefordshire
Hereford and Worcester|
Herts|Hertfordshire
Isle of Wight|Isle of Wight
IOW|Isle of Wight
Anglesey|Isle of Anglesey
Ynys Mon|Isle of Anglesey
Scilly|Isles of Scilly
Kensington|Kensington and Chelsea
RBKC|Kensington and Chelsea
Kent|Kent
Kent & Medway|
Medway|Medway
Medway Towns|Medway
Lancs|Lancashire
Lancaster|
Leicester|Leicester
Leicester City|Leicester
Leics|Leicestershire
Leicestershire & Rutland|
Rutland|Rutland
Rutland County|Rutland
Lincoln|Lincoln
Lincs|Lincolnshire
Lincolnshire|Lincolnshire
N Lincolnshire|North Lincolnshire
NE Lincolnshire|North East Lincolnshire
North East Lincs|North East Lincolnshire
Liverpool|Liverpool
Liverpool & Merseyside|
Merseyside|
Cheshire and Merseyside|Liverpool
Manchester|Manchester
Greater Manchester|Manchester
Greater Manchester DFJ|Manchester
Milton Keynes|Milton Keynes
Milton Keynes & Bedford|
Newport|Newport
Newport City|Newport
Norfolk|Norfolk
Norwich|Norwich
Norwich & Norfolk|
Northampton|Northampton
Northamptonshire|
Northants|
N Northamptonshire|North Northamptonshire
West Northants|West Northamptonshire
North Somerset|North Somerset
N Somerset|North Somerset
Somerset|Somerset
Taunton|Taunton
Taunton Deane|
North Tyneside|North Tyneside
South Tyneside|South Tyneside
Tyneside|
N Tyneside|North Tyneside
Tyne and Wear|
North Yorkshire|North Yorkshire
N Yorks|North Yorkshire
York|York;North Yorkshire
York & North Yorkshire|
City of York|York
South Yorkshire|South Yorkshire
West Yorkshire|West Yorkshire
Yorkshire|
East Yorkshire|
Nottingham|Nottingham
Nottm|Nottingham
Notts|Nottinghamshire
Nottinghamshire|Nottinghamshire
Oxford|
Oxon|Oxfordshire
Peterborough|Peterborough
Peterboro|Peterborough
Cambridge|
Cambridgeshire & Peterborough|
Reading|Reading
Reading BC|Reading
Berkshire|
West Berks|West Berkshire
Thames Valley|
Rhondda|Rhondda Cynon Taff
Rhondda Cynon Taf|Rhondda Cynon Taff
RCT|Rhondda Cynon Taff
Richmond|Richmond upon Thames
Richmond-upon-Thames|Richmond upon Thames
Redcar|Redcar and Cleveland
Redcar & Cleveland|Redcar and Cleveland
St Helens|St. Helens
St Helen's|St. Helens
Salop|Shropshire
Shropshire Council|Shropshire
Telford|Telford and Wrekin
Telford & the Wrekin|Telford and Wrekin
Stafford|
Staffs|Staffordshire
Stoke|Stoke-on-Trent
Stoke on Trent|Stoke-on-Trent
Stoke-on-Trent & Staffordshire|
Stockton|Stockton-on-Tees
Stockton on Tees|Stockton-on-Tees
Swansea|Swansea
City & County of Swansea|Swansea
South West Wales|
Mid Wales|
Vale of Glamorgan|The Vale of Glamorgan
Glamorgan|
South East Wales|South East Wales
SE Wales|South East Wales
Cardiff|Cardiff
Cardiff & SE Wales|
North Wales|North Wales
Wrexham|Wrexham
Caernarfon|
Swindon|Swindon
Swindon & Wiltshire|
Wilts|Wiltshire
Wessex|
Warks|Warwickshire
Warwick|
Coventry|Coventry
Coventry & Warwickshire|
Watford|Watford
Windsor|Windsor and Maidenhead
RBWM|Windsor and Maidenhead
Wolverhampton|Wolverhampton
Wolverhamptom|Wolverhampton
Walsall|Walsall
Black Country|
Worcester|Worcester
Worcs|Worcestershire
Worcestershire|Worcestershire
Wigan|Wigan
Wirral|Wirral
Sutton|Sutton
Sutton Coldfield|
Luton|Luton
Central Beds|Central Bedfordshire
Bedfordshire|
Truro|Truro
Truro & Cornwall|
Cornwall & Scilly|
West London|West London
East London|East London
Central London|Central London
North London|
South London|
CFC|
"""
"""Each spelling with the places that it may mean; nothing where it must always be asked."""


@pytest.fixture(scope="module")
def places() -> Iterator[PlaceService]:
    """The places of the reference data; the tests here only read."""
    engine = memory_engine()
    SQLModel.metadata.create_all(engine)
    database = Database(engine)
    change = ReferenceService(database, ROOT / "db" / "reference").load()
    assert change is not None
    database.apply(change)
    yield PlaceService(database)
    database.close()


def meant() -> dict[str, set[str]]:
    lines = [line.split("|") for line in MEANT.strip().splitlines()]
    return {label: set(filter(None, names.split(";"))) for label, names in lines}


def slipped(name: str, at: int) -> str:
    """Return a name with two letters turned round, or one dropped or doubled."""
    at = 1 + at % max(1, len(name) - 2)
    turned = name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :]
    return (turned, name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:])[at % 3]


def test_no_unsettled_spelling_becomes_another_place(places: PlaceService) -> None:
    resolver, titles = places.resolver(), places.titles()
    wrong = [
        (label, kind, publisher, match.code)
        for label, names in meant().items()
        for kind in KINDS
        for publisher in PUBLISHERS
        if (match := resolver.resolve(label, kind, publisher)).state == "known"
        and match.kind is not None
        and titles.get((match.kind, match.code), match.code) not in names
    ]
    assert len(meant()) >= 200
    assert wrong == []


def test_no_slip_of_the_pen_becomes_another_place(places: PlaceService) -> None:
    resolver, titles = places.resolver(), places.titles()
    slips = [
        (slipped(name, at), kind, code) for (kind, code), name in titles.items() for at in (1, 2, 5)
    ]
    wrong = [
        (label, code, match.code)
        for label, kind, code in slips
        if (match := resolver.resolve(label, kind)).state == "known" and match.code != code
    ]
    assert len(slips) == 3 * len(titles)
    assert wrong == []


def test_a_name_of_an_area_and_an_authority_is_asked_about(places: PlaceService) -> None:
    resolver = places.resolver()
    for label in ("Derby", "Liverpool", "Medway", "Newcastle upon Tyne", "Bristol"):
        for publisher in ("", "A county council"):
            assert resolver.resolve(label, None, publisher).state == "ambiguous"


def test_the_reference_data_itself_never_means_two_places(places: PlaceService) -> None:
    resolver = places.resolver()
    for (kind, code), title in places.titles().items():
        match = resolver.resolve(title, kind)
        assert match.state != "known" or match.code == code
