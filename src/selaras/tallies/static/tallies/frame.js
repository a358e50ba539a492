// Inside the frame: tells the page around it how high the content is. The height is no secret,
// so any page may hear it.

if (window.parent !== window) {
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    window.parent.postMessage({ type: "selaras:height", height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
  // The script around us may be ready later than we are; then it asks.
  window.addEventListener("message", (event) => event.data?.type === "selaras:ask" && tell());
}
