namespace BaseComponents.Eid.AspNetCore.Internal.Sessions;

/// <summary>One log-in of this application, as sessions know it.</summary>
/// <param name="Scheme">Name of the log-in.</param>
/// <param name="Identifier">What the other side knows this tenant by: entity id or client id.</param>
/// <param name="SignInScheme">Name of the cookie that keeps its sessions, where it is not the application's default.</param>
internal sealed record SessionTenant(string Scheme, Func<string> Identifier, Func<string?> SignInScheme)
{
    /// <summary>What a session remembers of the tenant it belongs to.</summary>
    public string Mark => $"{Scheme}\n{Identifier()}";
}
