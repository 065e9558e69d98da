"""Lists of dates in a browser: the clock moves on although the site was not built again; filters."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Site, served_site
from tests.browser.test_accessibility import findings
from tests.browser.test_layout import OVERFLOWING
from tests.support import FULL_CONTENT, write_project

ASTRAKHAN = dt.timezone(dt.timedelta(hours=4))
BUILD_DAY = dt.datetime(2026, 11, 23, 8, tzinfo=ASTRAKHAN)
A_MONTH_LATER = dt.datetime(2026, 12, 23, 8, tzinfo=ASTRAKHAN)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the content of the tests: the real site's events may all be past."""
    root = tmp_path_factory.mktemp("agenda")
    with served_site(write_project(root, FULL_CONTENT), root / "site") as site:
        yield site


@pytest.fixture
def open_at(new_page: Callable[..., Page]) -> Callable[..., Page]:
    """Return a function that opens a page at a moment."""

    def open_page(path: str, moment: dt.datetime, **options: object) -> Page:
        page = new_page(**options)
        page.clock.set_fixed_time(moment)
        page.goto(path)
        return page

    return open_page


def shown(page: Page, area: str = ".agenda-area") -> list[str]:
    """Return the anchors of the items that are to be seen."""
    items = page.locator(f"{area} .agenda-item:visible")
    return [item.get_attribute("id") or "" for item in items.all()]


def item(page: Page, name: str) -> Locator:
    """Return the item that is to be seen of an event or a holiday."""
    return page.locator(f".agenda-item[id^={name}]:visible")


def test_a_month_later_the_past_is_gone(open_at: Callable[..., Page]) -> None:
    page = open_at("/ru/events/", BUILD_DAY)
    assert shown(page)[:3] == [
        "events-weekly-class-2026-11-24",
        "events-monthly-club-2026-11-28",
        "events-weekly-class-2026-12-15",
    ]
    page = open_at("/ru/events/", A_MONTH_LATER)
    assert shown(page)[:3] == [
        "events-weekly-class-2026-12-24",
        "events-monthly-club-2026-12-26",
        "events-moved-event-2027-01-20",
    ]
    expect(page.locator("#next")).to_be_hidden()
    expect(page.locator(".md-nav--secondary a[href='#next']")).to_be_hidden()
    expect(page.locator("#month-2026-12")).to_be_visible()
    long_after = open_at("/ru/events/", dt.datetime(2032, 1, 1, tzinfo=ASTRAKHAN))
    assert shown(long_after) == []
    expect(long_after.get_by_text("О ближайших событиях пока не сообщали.")).to_be_visible()


def test_a_month_later_home_shows_the_next_ones(open_at: Callable[..., Page]) -> None:
    events = "section:has(#events)"
    page = open_at("/kk/", BUILD_DAY)
    assert shown(page, events) == [
        "events-weekly-class-2026-11-24",
        "events-monthly-club-2026-11-28",
        "events-weekly-class-2026-12-15",
    ]
    page = open_at("/kk/", A_MONTH_LATER)
    assert shown(page, events)[:1] == ["events-weekly-class-2026-12-24"]
    holidays = "section:has(#holidays)"
    assert len(shown(page, holidays)) == 3
    page = open_at("/kk/", dt.datetime(2027, 3, 24, tzinfo=ASTRAKHAN))
    assert shown(page, holidays)[0] == "holidays-full-holiday-2027-05-17"


@pytest.mark.parametrize(
    ("moment", "id_", "badge"),
    [
        (dt.datetime(2026, 11, 23, 0, 1, tzinfo=ASTRAKHAN), "2026-11-24", "Завтра"),
        (dt.datetime(2026, 11, 24, 19, 59, tzinfo=ASTRAKHAN), "2026-11-24", "Сегодня"),
        (dt.datetime(2026, 11, 24, 20, 1, tzinfo=ASTRAKHAN), "2026-11-26", ""),
    ],
)
def test_today_and_tomorrow_are_those_of_astrakhan(
    open_at: Callable[..., Page], moment: dt.datetime, id_: str, badge: str
) -> None:
    page = open_at("/ru/events/", moment, timezone_id="America/Los_Angeles")
    lesson = item(page, "events-weekly-class").first
    expect(lesson).to_have_id(f"events-weekly-class-{id_}")
    assert lesson.locator(".soon").all_text_contents() == ([badge] if badge else [])


def test_what_is_over_can_no_longer_be_added(open_at: Callable[..., Page]) -> None:
    """Neither on a page that is opened later, nor on one that stayed open behind others."""
    page = open_at("/ru/events/moved-event/", BUILD_DAY)
    button = page.locator(".actions .add")
    expect(button).to_be_visible()
    page.clock.set_fixed_time(BUILD_DAY + dt.timedelta(days=90))
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(button).to_have_count(0)
    page = open_at("/ru/events/moved-event/", BUILD_DAY + dt.timedelta(days=90))
    expect(page.locator(".actions .share")).to_be_visible()
    expect(page.locator(".actions .add")).to_have_count(0)


def test_filters_keep_their_state_in_the_address(open_at: Callable[..., Page]) -> None:
    page = open_at("/ru/events/", BUILD_DAY)
    kind, language = page.get_by_role("combobox", name="Вид"), page.get_by_label("Язык")
    kind.select_option("meeting")
    expect(page.locator(".found")).to_have_text("Показано: 4")
    language.select_option("ru")
    assert page.url.endswith("/ru/events/?kind=meeting&language=ru")
    assert shown(page) == ["events-moved-event-2027-01-20"]
    expect(page.locator("#next")).to_be_hidden()

    page.reload()
    expect(language).to_have_value("ru")
    assert shown(page) == ["events-moved-event-2027-01-20"]

    item(page, "events-moved-event").get_by_role("link").click()
    page.wait_for_url("**/events/moved-event/")
    page.go_back()
    expect(kind).to_have_value("meeting")
    assert shown(page) == ["events-moved-event-2027-01-20"]

    kind.select_option("concert")
    expect(page.locator(".found")).to_have_text("По этим условиям ничего не нашлось.")
    page.get_by_role("button", name="Сбросить отбор").click()
    assert page.url.endswith("/ru/events/")
    expect(page.locator(".found")).to_have_text("")
    expect(page.locator("#next")).to_be_visible()
    assert len(shown(page)) > 8


def test_an_unknown_filter_in_the_address_hides_nothing(open_at: Callable[..., Page]) -> None:
    page = open_at("/ru/events/?kind=circus&district=village", BUILD_DAY)
    expect(page.get_by_role("combobox", name="Вид")).to_have_value("")
    expect(page.get_by_label("Район, город")).to_have_value("village")
    assert all(name.startswith("events-") for name in shown(page))
    assert shown(page)


def test_on_a_phone_filters_are_folded_and_large_enough(open_at: Callable[..., Page]) -> None:
    page = open_at("/kk/events/", BUILD_DAY, viewport={"width": 320, "height": 640})
    assert page.evaluate(OVERFLOWING) == []
    expect(page.locator("select[name=kind]")).to_be_hidden()
    expect(page.locator(".agenda-item").first).to_be_in_viewport()
    page.locator(".filters summary").click()
    page.locator("select[name=kind]").select_option("meeting")
    small = page.locator(".filters :is(summary, select, button)").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).filter(box => Math.min(box.width, box.height) < 44)"
    )
    assert small == []
    assert page.evaluate(OVERFLOWING) == []


def test_without_javascript_the_list_is_complete_and_dated(new_page: Callable[..., Page]) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("/ru/events/")
    expect(page.get_by_text("По состоянию на 23 ноября 2026")).to_be_visible()
    expect(page.locator(".filters")).to_be_hidden()
    for name in ("weekly-class", "monthly-club", "moved-event", "full-event"):
        expect(item(page, f"events-{name}").first).to_be_visible()
    expect(item(page, "events-weekly-class").first).to_contain_text("По вторникам и четвергам")
    expect(item(page, "events-full-event")).to_contain_text("ОТМЕНЕНО: Полный праздник")
    page.goto("/ru/archive/2026/")
    assert len(shown(page)) == 2


def test_the_calendar_is_a_table_and_a_list(open_at: Callable[..., Page]) -> None:
    page = open_at("/ru/calendar/2026/", BUILD_DAY)
    table = page.get_by_role("table", name="Ноябрь 2026")
    assert table.get_by_role("columnheader").count() == 7
    expect(table.locator("[aria-current=date]")).to_have_text("23")
    assert page.locator("[aria-current=date]").count() == 1
    table.get_by_role("link", name="26 Занятия домброй").click()
    expect(page.locator("#events-weekly-class-2026-11-24")).to_be_in_viewport()
    assert page.url.endswith("#events-weekly-class-2026-11-24")
    expect(page.locator(".md-tabs__item--active")).to_have_text("Календарь")
    page.locator("a[rel=next]").click()
    page.wait_for_url("**/ru/calendar/2027/")
    assert page.locator("[aria-current=date]").count() == 0


@pytest.mark.parametrize("path", ["/kk/events/", "/ru/calendar/2027/", "/kk/"])
def test_nothing_serious_in_lists_of_all_states(path: str, open_at: Callable[..., Page]) -> None:
    page = open_at(path, BUILD_DAY + dt.timedelta(days=1), viewport={"width": 360, "height": 700})
    if page.locator(".filters").count():
        page.locator(".filters summary").click()
    assert findings(page) == []
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    assert findings(page, runOnly=["color-contrast"]) == [], "in the dark theme"
