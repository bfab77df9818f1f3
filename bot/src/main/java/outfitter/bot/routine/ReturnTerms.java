package outfitter.bot.routine;

import io.vertx.core.Future;
import java.util.List;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Decision;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Say;
import outfitter.models.shop.ReturnPolicy;

/** Under which conditions things may come back, from the shop's own policy. */
final class ReturnTerms implements Routine {
    private static final Line FREE = Line.of("return-policy.free", "days", "refund");
    private static final Line FEE = Line.of("return-policy.fee", "days", "refund", "fee");
    private static final Line START = Line.of("button.return");

    private final Shop shop;

    ReturnTerms(Shop shop) {
        this.shop = shop;
    }

    @Override
    public String id() {
        return "return-policy";
    }

    @Override
    public List<Line> lines() {
        return List.of(FREE, FEE, START);
    }

    @Override
    public Future<Decision> settle(Matter matter) {
        return shop.returnPolicy()
                .map(policy ->
                        Decision.reply(say(policy).offering(Button.toward(START, "start-return")), matter.slots()));
    }

    private static Say say(ReturnPolicy policy) {
        Say say = Say.of(policy.fee().minor() == 0 ? FREE : FEE)
                .with("days", policy.windowDays())
                .with("refund", policy.refundDays());
        return policy.fee().minor() == 0 ? say : say.with("fee", policy.fee());
    }
}
