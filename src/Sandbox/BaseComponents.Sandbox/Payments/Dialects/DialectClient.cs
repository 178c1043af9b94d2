namespace BaseComponents.Sandbox.Payments.Dialects;

/// <summary>The one application that may use the dialects with a secret. The secret has what wants escaping somewhere.</summary>
internal static class DialectClient
{
    public const string Name = "sandbox-onlinedienst";
    public const string Secret = "sandbox: geheim/ä+%26&=?";
    public const string Scope = "payments";
}
