package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.bot.understanding.Intents;

/** When people answer, from the shop's policy; where its stores are is no fact that is known here, so a person tells. */
final class OfficeHours implements Routine {
    private static final String ID = "stores-and-hours";
    private static final Line HOURS = Line.of("stores-and-hours.hours", "hours");

    private final Shop shop;
    private final Routine unknown = new HandedOn(ID);

    OfficeHours(Shop shop) {
        this.shop = shop;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(unknown.lines());
        lines.addAll(List.of(HOURS, OrderAccess.PERSON));
        return lines;
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        return shop.openingHours()
                .compose(hours -> hours.openings().isEmpty()
                        ? unknown.settle(matter)
                        : Future.succeededFuture(Decision.reply(
                                Say.of(HOURS)
                                        .with("hours", hours)
                                        .offering(Button.toward(OrderAccess.PERSON, Intents.PERSON)),
                                matter.slots())));
    }
}
