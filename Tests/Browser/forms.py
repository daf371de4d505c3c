"""Filling forms as somebody would who agrees to everything."""

NEXT, LEAVE, SEARCH = (f"main button[value={name}]" for name in ["next", "leave", "search"])

TYPED = {"date": "2021-06-01", "datetime-local": "2021-05-11T10:00"}


def fill_required(page, words="Vu et décidé."):
    """Fills what a form needs and what is empty in it."""
    for box in page.locator("main select[required]").all():
        if box.input_value() == "":
            values = [option.get_attribute("value") for option in box.locator("option").all()]
            box.select_option(next(value for value in values if value))
    for field in page.locator("main input[required], main textarea[required]").all():
        if field.get_attribute("type") in ("file", "checkbox") or field.input_value():
            continue
        is_number = field.get_attribute("inputmode") == "numeric"
        field.fill(TYPED.get(field.get_attribute("type"), "15000" if is_number else words))


def attach(page, name, content, field="#file"):
    page.set_input_files(field, {"name": name, "mimeType": "text/plain", "buffer": content.encode()})
