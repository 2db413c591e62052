"""How a text presents an event, worked out outwards from its word: one operator after another."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from trucewatch.core.reading import HAPPENED, Reality
from trucewatch.extract.events.whether.operators import Operator

Extent = Literal["all", "some", "begun", "none"]


class View(NamedTuple):
    """The reality of an event so far; `ahead` marks what shall not happen: "will not leave".

    `told` is true once a word says whether it happened; `only_named` where it is merely spoken of;
    `due` of what "is to" or "has to" be done, `accused` of what somebody is accused of, `checked` of
    what somebody confirms or verifies, `prevented` of what somebody prevents, `regretted` of what
    somebody condemns or regrets, or does not.
    """

    reality: Reality = Reality.ASSERTED
    ahead: bool = False
    extent: Extent | None = None
    going_on: bool = False
    told: bool = False
    only_named: bool = False
    foiled: bool = False
    accused: bool = False
    due: bool = False
    checked: bool = False
    prevented: bool = False
    regretted: bool = False

    @property
    def real(self) -> bool:
        """Tell whether it is told as having happened."""
        return self.reality in HAPPENED

    @property
    def _is_open(self) -> bool:
        return self.real and not self.regretted

    def negated(self) -> View:
        """Say that it is not so; what nobody confirms may still be, what nobody denies or prevents is."""
        if self.regretted:
            return self
        if self.checked and self.real:
            return self._replace(reality=Reality.DISTANCED, told=True, checked=False)
        if self.reality in (Reality.NEGATED, Reality.DENIED):
            return self._replace(reality=Reality.ASSERTED, ahead=False, told=True, prevented=False)
        if self.reality in (Reality.PLANNED, Reality.PROMISED):
            return self._replace(reality=Reality.NEGATED, ahead=True, told=True)
        if self.reality is Reality.POSTPONED:
            return self._replace(reality=Reality.PLANNED)
        return self._replace(reality=Reality.NEGATED, told=True) if self.real else self

    def to_come(self, reality: Reality = Reality.PLANNED) -> View:
        """Say that it shall be so: what was denied or left undone shall not be.

        What shall be checked is only spoken of.
        """
        if self.checked:
            return self._replace(only_named=True)
        if self.prevented:
            return self.as_(Reality.FEARED)
        if self.reality is Reality.NEGATED:
            return self._replace(ahead=True, told=True)
        return self._replace(reality=reality, told=True) if self._is_open else self

    def as_(self, reality: Reality) -> View:
        """Say how it stands, whatever stood before."""
        if self.regretted:
            return self
        return self._replace(reality=reality, ahead=False, told=True, prevented=False)

    def under(self, operator: Operator, *, keeps: bool) -> View:
        """Put it under a governing word; `keeps` is true of what an agreement asks to be done."""
        if operator in _PLAIN:
            return self._plainly(operator)
        if operator is Operator.PREVENTED:
            return self.negated()._replace(prevented=True) if self._is_open else self
        if operator is Operator.REGRETTED:
            return self._replace(told=True, regretted=self.real)
        if self.prevented and operator in _WISHED:
            return self.as_(Reality.FEARED)
        if operator is Operator.TRIED:
            return self.to_come() if keeps else self._replace(told=True)
        if operator is Operator.DENIED:
            denied = self.reality in (*HAPPENED, Reality.NEGATED)
            return self.as_(Reality.DENIED) if denied else self
        if operator in (Operator.DISTANCED, Operator.ACCUSED):
            accused = operator is Operator.ACCUSED
            return self.as_(Reality.DISTANCED)._replace(accused=accused) if self.real else self
        if operator is Operator.PLANNED:
            return self.to_come()
        if operator is Operator.PROMISED:
            return self.to_come(Reality.PROMISED)
        if operator is Operator.NAMED:
            return self._replace(only_named=True)
        if operator is Operator.DEMANDED and self.reality is Reality.POSTPONED:
            return self
        return self.as_(_REALITIES[operator])

    def _plainly(self, operator: Operator) -> View:
        """Put it under a word that says that it happened, goes on, stopped or was left undone."""
        if operator in (Operator.STOPPED, Operator.FAILED, Operator.NEGATED):
            return self.negated()
        if operator is Operator.REFUSED:
            return self.negated()._replace(ahead=True)
        if operator is Operator.CONFIRMED:
            return self._replace(told=True, checked=True)
        if operator is Operator.BEGUN:
            return self._replace(extent=self.extent or "begun", told=True)
        if operator is Operator.COMPLETED:
            return self._replace(extent="all", told=True)
        if operator is Operator.GOES_ON:
            return self._replace(going_on=True, told=True)
        return self._replace(told=True, foiled=self.foiled or operator is Operator.FOILED)


_PLAIN: Final = frozenset(
    {
        *(
            Operator.HAPPENED,
            Operator.CONFIRMED,
            Operator.FOILED,
            Operator.BEGUN,
            Operator.COMPLETED,
        ),
        *(Operator.GOES_ON, Operator.STOPPED, Operator.FAILED, Operator.NEGATED, Operator.REFUSED),
    }
)
_WISHED: Final = frozenset(
    {Operator.TRIED, Operator.PLANNED, Operator.PROMISED, Operator.DEMANDED, Operator.FEARED}
)
_REALITIES: Final = {
    Operator.DEMANDED: Reality.DEMANDED,
    Operator.FEARED: Reality.FEARED,
    Operator.POSTPONED: Reality.POSTPONED,
}
