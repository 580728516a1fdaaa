// Package mention turns the numbers found in a text into mentions: with the
// day of issue and the issuer that stand beside them, and the role that the
// page gives to the document.
package mention
