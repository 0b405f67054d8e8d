package server

import "net/http"

// pagePolicy allows what our own pages need and nothing else: no inline
// script or style, no frame, nothing from anywhere else.
const pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// originalPolicy is for bytes that somebody else published: whatever script a
// page or picture brings along does not run, and it belongs to no origin.
const originalPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'"

// pdfPolicy is for PDF alone, which browsers refuse to show in a sandbox;
// their viewers run it apart from the page's origin.
const pdfPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"

// setHeaders sets what every answer says of itself. Everything is public, so
// any site's script may read it.
func setHeaders(h http.Header) {
	h.Set("Content-Security-Policy", pagePolicy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Referrer-Policy", "strict-origin-when-cross-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Access-Control-Expose-Headers", "Link, ETag, Retry-After")
}
