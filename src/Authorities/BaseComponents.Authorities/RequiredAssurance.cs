namespace BaseComponents.Authorities;

/// <summary>How surely a person must be known. Unknown codes keep their text.</summary>
/// <param name="Code">The code of the delivery: 00, 10, 15, 20, 30 or 40, a higher one for more.</param>
/// <remarks>Vertrauensniveau, list urn:xoev-de:fim:codeliste:vertrauensniveau. What each code is called is unconfirmed.</remarks>
public readonly record struct RequiredAssurance(string Code);
