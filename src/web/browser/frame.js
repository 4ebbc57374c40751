// Tells the LMS how high the page is, as JSON text: Moodle's message plug-in parses text, Canvas takes either.
// Canvas: ui/shared/lti/jquery/messages.ts; Moodle: the plug-in ltisource_message_handler.

export function reportHeight(window) {
  if (window.parent === window) return;
  const page = window.document.documentElement;
  let told = 0;
  const tell = () => {
    const height = Math.ceil(page.getBoundingClientRect().height);
    if (Math.abs(height - told) < 2) return;
    told = height;
    // The LMS's origin is not known here, and a height is no secret.
    window.parent.postMessage(JSON.stringify({ subject: 'lti.frameResize', height }), '*');
  };
  new window.ResizeObserver(tell).observe(page);
  tell();
}
