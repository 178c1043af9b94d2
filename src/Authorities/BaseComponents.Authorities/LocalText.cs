namespace BaseComponents.Authorities;

/// <summary>A text in one language.</summary>
/// <param name="Language">Two or three letters, such as <c>de</c>, <c>en</c> or <c>hsb</c>, with an addition where there is one.</param>
/// <param name="Text">The text in the allowed HTML: p, br, h1 to h6, b, strong, i, em, sup, sub, ul, ol, li, and a with http, https, mailto or tel.</param>
public sealed record LocalText(string Language, string Text);
