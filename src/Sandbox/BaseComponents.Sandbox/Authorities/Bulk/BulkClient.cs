using System.Security.Cryptography;
using System.Text;
using BaseComponents.Sandbox.Payments.Dialects;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Authorities.Bulk;

/// <summary>The one application that may fetch bulk data. The secret has what wants escaping somewhere.</summary>
internal static class BulkClient
{
    public const string Name = "sandbox-bereitstelldienst";
    public const string Secret = "sandbox: daten/ö+%26&=?";

    /// <summary>In the header or in the body, never in both: RFC 6749, 2.3.</summary>
    public static bool IsIn(HttpRequest request, IFormCollection form)
    {
        var inHeader = SentCredentials.FromHeader(request)?.Unescaped();
        var sent = form.ContainsKey("client_secret") ? (inHeader is null ? new SentCredentials(form["client_id"].ToString(), form["client_secret"].ToString()) : null) : inHeader;
        return sent is not null && (Same(sent.Name, Name) & Same(sent.Secret, Secret));
    }

    private static bool Same(string sent, string right) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(right));
}
