// The queue of moderation by keyboard: j and k go from case to case, x ticks. Enter opens, as on
// any link. Without this script the page works with Tab and Space.

const queue = document.querySelector("[data-queue]");
const keys = document.querySelector("[data-keys]");

if (queue && keys) {
  keys.hidden = false;
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
    const links = [...queue.querySelectorAll("a")];
    const here = document.activeElement?.closest("li");
    const at = links.findIndex((link) => link.closest("li") === here);
    if (event.key === "j") links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === "k") links[Math.max(at - 1, 0)]?.focus();
    else if (event.key === "x") here?.querySelector("input[type=checkbox]")?.click();
    else return;
    event.preventDefault();
  });
}
