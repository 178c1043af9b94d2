namespace BaseComponents.Tests.Scale.Mail.Workers;

/// <summary>A case that a clerk decides.</summary>
/// <param name="Number">The application's key.</param>
/// <param name="Tenant">Which authority.</param>
/// <param name="Recipients">To whom the notice goes.</param>
/// <param name="AttachmentBytes">Size of the notice.</param>
/// <param name="RollsBack">Whether the transaction fails at its end.</param>
internal sealed record MailOrder(int Number, string Tenant, string[] Recipients, int AttachmentBytes, bool RollsBack);

/// <summary>What the application is asked for: to decide a case, or to decide about a held mail.</summary>
internal sealed record MailQuestion(long Id, MailOrder? Order, HeldMail? Held);

/// <summary>What an operator has found out about a held mail.</summary>
internal sealed record HeldMail(string Tenant, string MailId, bool WasAccepted);
