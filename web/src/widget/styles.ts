import { cards } from "./look/cards.js";
import { composer } from "./look/composer.js";
import { host } from "./look/host.js";
import { panel } from "./look/panel.js";
import { sheet } from "./look/sheet.js";
import { stream } from "./look/stream.js";

/** The widget's own look, over the kit's tokens; later sheets win over earlier ones. */
export const styles = [host, panel, stream, cards, composer, sheet];
