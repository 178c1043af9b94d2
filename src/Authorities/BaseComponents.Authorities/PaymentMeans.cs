namespace BaseComponents.Authorities;

/// <summary>A means of payment that a unit takes. Codes are kept as they come.</summary>
/// <param name="Code">The code of the delivery.</param>
/// <param name="Name">Its German name, where the delivery gives it.</param>
/// <remarks>Zahlungsweise.</remarks>
public readonly record struct PaymentMeans(string Code, string? Name = null);
