namespace BaseComponents.Authorities;

/// <summary>What an address is for. Codes are kept as they come.</summary>
/// <param name="Code">The code of the delivery.</param>
/// <param name="Name">Its German name, such as <c>Hausanschrift</c>, where the delivery gives it.</param>
/// <remarks>Anschrifttyp, list urn:xoev-de:fim:codeliste:xzufi.anschrifttyp.</remarks>
public readonly record struct AddressKind(string Code, string? Name = null);
