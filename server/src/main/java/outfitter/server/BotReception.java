package outfitter.server;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.handler.HttpException;
import io.vertx.sqlclient.Pool;
import java.util.Locale;
import java.util.function.Function;
import outfitter.bot.Escalations;
import outfitter.bot.Message;
import outfitter.bot.Receptionist;
import outfitter.bot.routine.DatabaseShop;
import outfitter.bot.texts.Texts;
import outfitter.bot.understanding.RememberingUnderstander;
import outfitter.bot.understanding.ShopUnderstander;
import outfitter.bot.understanding.UnderstandingWorker;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.journal.Advance;
import outfitter.models.shop.OpeningHours;
import outfitter.models.shop.OrderNumbers;
import outfitter.models.shop.Policies;
import outfitter.server.channel.Incoming;
import outfitter.server.channel.Received;
import outfitter.server.channel.Reception;
import outfitter.server.channel.Words;
import outfitter.server.core.Core;
import outfitter.server.operation.ReplyTimes;
import outfitter.server.studio.training.Training;

/** Hands channels' messages to the bot, and its answers' places back. */
final class BotReception implements Reception {
    static final String LANGUAGE = "en";

    private final Receptionist receptionist;
    private final UnderstandingWorker understanding;
    private final Words words;
    private final ReplyTimes times;

    private BotReception(Receptionist receptionist, UnderstandingWorker understanding, Words words, ReplyTimes times) {
        this.receptionist = receptionist;
        this.understanding = understanding;
        this.words = words;
        this.times = times;
    }

    /** A bot for the shop of {@code db}, with its language and texts read; fails when a text lacks words. */
    static Future<BotReception> hired(
            Core core, Wares wares, Training training, Escalations escalations, ReplyTimes times) {
        Vertx vertx = core.vertx();
        Pool db = core.db();
        DatabaseShop shop = new DatabaseShop(db, wares.catalogue(), wares.recommender());
        Policies policies = new Policies(db);
        Future<OpeningHours> hours = policies.openingHours();
        Future<OrderNumbers> numbers = policies.orderNumbers();
        return Future.all(hours, numbers)
                .compose(both -> vertx.executeBlocking(() -> {
                    Texts texts = Texts.load(
                            Locale.forLanguageTag(LANGUAGE), hours.result().zone(), Receptionist.lines(shop));
                    ShopUnderstander understander =
                            ShopUnderstander.of(LANGUAGE, training.language(), wares.catalogue(), numbers.result());
                    training.teach(understander::speak);
                    UnderstandingWorker understanding = new UnderstandingWorker(understander);
                    Receptionist receptionist = new Receptionist(
                            vertx,
                            core.clock(),
                            core.timeline(),
                            core.conversations(),
                            core.news(),
                            new RememberingUnderstander(understanding, wares.catalogue(), understander::language),
                            shop,
                            texts,
                            escalations);
                    receptionist.tell(training.ear());
                    return new BotReception(receptionist, understanding, new Words(texts), times);
                }));
    }

    /** What channels say, from the same texts. */
    Words words() {
        return words;
    }

    /** Picks up what the bot owed when the server stopped. */
    Future<Void> start() {
        return receptionist.start();
    }

    void close() {
        receptionist.close();
        understanding.close();
    }

    @Override
    public Future<Received> receive(Incoming message, Function<Conversation, Future<Void>> admission) {
        if (message.text().length() > Receptionist.LONGEST_TEXT) {
            return Future.failedFuture(
                    new HttpException(413, "A message has at most " + Receptionist.LONGEST_TEXT + " characters"));
        }
        Message heard = new Message(
                message.address(),
                message.id(),
                message.text(),
                message.attachments(),
                message.form(),
                message.network());
        return times.measured(() -> receptionist.receive(heard, admission)).map(BotReception::place);
    }

    @Override
    public void typing(ConversationId conversation) {
        receptionist.typing(conversation);
    }

    private static Received place(Advance advance) {
        return advance.match(
                done -> new Received(done.after().id(), done.entries().get(0).seq()),
                known -> new Received(known.conversation(), known.seq()),
                nothing -> {
                    throw new IllegalStateException("a message is always written");
                });
    }
}
