"""What to say to somebody who tells us something good, or something that can be better."""

from datetime import date

from reception_assistant.complaints.complaint import Where
from reception_assistant.complaints.feedback import Sort
from reception_assistant.i18n import N_, _
from reception_assistant.library.context import Moment
from reception_assistant.naming.spoken_time import date_words

_ON_THE_PHONE = {
    Sort.COMPLIMENT: N_("Wat fijn dat u dit even zegt. Ik geef het door aan het team."),
    Sort.IDEA: N_("Dank u wel. Ik schrijf uw idee op, in uw eigen woorden."),
    Sort.FEEDBACK: N_("Goed dat u dit zegt. Ik schrijf het op, zodat wij ervan leren."),
    Sort.MOMENT: N_("Wat mooi. Dat schrijf ik op voor het hele team."),
}
_AT_THE_DESK = {
    Sort.COMPLIMENT: N_("Wat fijn om te horen. Daar maakt u het hele team blij mee."),
    Sort.IDEA: N_("Dank u wel voor het meedenken. Ik schrijf uw idee meteen op."),
    Sort.FEEDBACK: N_("Goed dat u dit tegen mij zegt. Ik schrijf het op, zodat wij ervan leren."),
    Sort.MOMENT: N_("Wat mooi. Dat schrijf ik op voor het hele team."),
}
_TO_DO = {
    Sort.COMPLIMENT: N_("Vertellen wat het team van het compliment vond"),
    Sort.IDEA: N_("Vertellen wat wij met het idee doen"),
    Sort.FEEDBACK: N_("Vertellen wat wij met de opmerking doen"),
    Sort.MOMENT: N_("Vertellen hoe het verderging"),
}


def thanks(sort: Sort, moment: Moment, reply_before: date | None = None) -> str:
    """Return the sentence of thanks, and by when we tell what came of it."""
    sentences = _AT_THE_DESK if moment is Moment.DESK else _ON_THE_PHONE
    sentence = _(sentences[sort])
    if reply_before is None:
        return sentence
    reply = _("U hoort uiterlijk {day} van ons wat wij ermee doen.").format(
        day=date_words(reply_before)
    )
    return f"{sentence} {reply}"


def reply_to_do(sort: Sort) -> str:
    """Return what the practice still does for somebody who gets an answer."""
    return _(_TO_DO[sort])


def with_care(where: str) -> str:
    """Return what to think of in an answer that others can read; "" where nobody else can."""
    if where != Where.ONLINE:
        return ""
    return _("Anderen lezen mee. Bedank kort, en schrijf niet dat iemand hier cliënt is.")
