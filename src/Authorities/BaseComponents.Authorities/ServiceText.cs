namespace BaseComponents.Authorities;

/// <summary>One text about a service in one language.</summary>
/// <param name="Module">What it is about.</param>
/// <param name="Language">Two or three letters, such as <c>de</c>, <c>en</c> or <c>hsb</c>, with an addition where there is one.</param>
/// <param name="Text">The text in the allowed HTML (see <see cref="LocalText"/>).</param>
/// <remarks>modulText.</remarks>
public sealed record ServiceText(TextModule Module, string Language, string Text);
