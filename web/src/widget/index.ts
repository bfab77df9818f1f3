import { OutfitterChat } from "./chat.js";

if (!customElements.get("outfitter-chat")) customElements.define("outfitter-chat", OutfitterChat);

declare global {
  interface HTMLElementTagNameMap {
    "outfitter-chat": OutfitterChat;
  }
}
