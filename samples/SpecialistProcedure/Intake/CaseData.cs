namespace SpecialistProcedure.Intake;

/// <summary>What the intake needs of a case file that keeps the schema.</summary>
/// <param name="Number">Vorgangsnummer.</param>
/// <param name="Service">LeiKa key (Leistungsschlüssel).</param>
/// <param name="Region">Regionalschlüssel of the place.</param>
/// <param name="Amount">What was paid.</param>
/// <param name="Currency">Its currency.</param>
/// <param name="PaymentCase">The case that was paid for (Zahlungsreferenz).</param>
/// <param name="PaymentReference">Kassenzeichen, where the payment service gave one.</param>
public sealed record CaseData(string Number, string Service, string Region, decimal Amount, string Currency, string PaymentCase, string? PaymentReference);
