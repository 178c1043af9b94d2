namespace BaseComponents.Authorities;

/// <summary>Something in a delivery that could not be used. The rest of the delivery is.</summary>
/// <param name="Source">The file or address, without query.</param>
/// <param name="Element">The kind of object, such as <c>organisationseinheit</c>.</param>
/// <param name="Id">The object's identifier as far as it could be read, or empty.</param>
/// <param name="Problem">What is wrong with it, in English.</param>
public sealed record DeliveryFinding(string Source, string Element, string Id, string Problem);
