namespace BaseComponents.Eid.AspNetCore;

/// <summary>Settings of the log-in over Mein Unternehmenskonto.</summary>
public sealed class UnternehmenskontoOptions : EidSamlOptions
{
    /// <summary>Accepts accounts that are for tests. Refused in Production.</summary>
    /// <value><see langword="false"/></value>
    public bool AcceptTestAccounts { get; set; }
}
