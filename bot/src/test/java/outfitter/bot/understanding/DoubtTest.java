package outfitter.bot.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outfitter.bot.routine.Routines;
import outfitter.models.shop.Catalogue;

/** What is not acted upon has a reason that staff can read. */
final class DoubtTest {
    private static final ShopUnderstander UNDERSTANDER =
            ShopUnderstander.of("en", Routines.intents(), () -> Catalogue.EMPTY, Means.SENTENCES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ich möchte meine Stiefel gerne zurückschicken",
                "je voudrais retourner mes chaussures",
                "¿dónde está mi pedido de la semana pasada?",
                "waar blijft mijn pakket toch",
                "где мой заказ сейчас"
            })
    void anotherLanguageIsToldFromOurs(String text) {
        assertThat(understood(text).doubt()).isEqualTo(Doubt.OTHER_LANGUAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"where is my order", "wher is my ordr OF-104233", "I want to send these boots back"})
    void whatIsUnderstoodLeavesNoDoubt(String text) {
        assertThat(understood(text).doubt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d\udc4b", "\ud83d\udc4b\ud83d\udc4b !", "\ud83d\ude4b\ud83c\udffd\u200d\u2640\ufe0f"})
    void aHandThatWavesIsAGreeting(String text) {
        Understanding understood = understood(text);

        assertThat(understood.readings().get(0).intent()).isEqualTo(Intents.GREETING);
        assertThat(understood.doubt()).isNull();
        assertThat(understood.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d\ude00", "\ud83d\udc4b\ud83d\udca9", "\ud83d\ude80\ud83d\ude80"})
    void otherEmojiAloneSayNothing(String text) {
        Understanding understood = understood(text);

        assertThat(understood.readings().get(0).intent()).isEqualTo(Intents.NONE);
        assertThat(understood.doubt()).isEqualTo(Doubt.TOO_SHORT);
    }

    @Test
    void everythingElseHasItsReason() {
        assertThat(understood("?!").doubt()).isEqualTo(Doubt.TOO_SHORT);
        assertThat(understood("vxqzk jjwqp zzkvv").doubt()).isNotNull();
        assertThat(understood("who won the football match last night").doubt()).isEqualTo(Doubt.NONE_OF_OURS);
    }

    @Test
    void hardlyAnEnglishMessageIsTakenForAnotherLanguage() {
        List<Utterance> said = HeldOut.of("en", Routines.intents());

        long taken = said.stream()
                .filter(each -> understood(each.text()).doubt() == Doubt.OTHER_LANGUAGE)
                .count();

        assertThat((double) taken / said.size()).isLessThan(0.005);
    }

    private static Understanding understood(String text) {
        return UNDERSTANDER.understand(List.of(text));
    }
}
