using System.Collections.Concurrent;
using System.Security.Cryptography;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Authorities.Bulk;

/// <summary>Gives out access tokens (RFC 6749, client credentials) and knows those that are out. They end with their time, with a fault, and with the process.</summary>
internal sealed class BulkTokens(SandboxContext sandbox)
{
    private const string Scheme = "Bearer ";
    private const int Most = 1000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _ends = new(StringComparer.Ordinal);

    public async Task<IResult> GiveAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType)
            return Error(StatusCodes.Status400BadRequest, "invalid_request");
        if (sandbox.Faults.Take(BulkFaults.TokenError) is not null)
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (!BulkClient.IsIn(context.Request, form))
            return Error(StatusCodes.Status401Unauthorized, "invalid_client");
        return form["grant_type"] == "client_credentials"
            ? Results.Json(new { access_token = Issue(), token_type = "Bearer", expires_in = (int)Lifetime.TotalSeconds })
            : Error(StatusCodes.Status400BadRequest, "unsupported_grant_type");
    }

    /// <summary>Whether the request brings a token that is valid (RFC 6750).</summary>
    public bool AreIn(HttpRequest request)
    {
        if (sandbox.Faults.Take(BulkFaults.TokenRevoked) is not null)
            _ends.Clear();
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && _ends.TryGetValue(header[Scheme.Length..], out var end) && sandbox.Clock.GetUtcNow() < end;
    }

    private string Issue()
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        if (_ends.Count >= Most)
            _ends.Clear();
        _ends[token] = sandbox.Clock.GetUtcNow() + Lifetime;
        return token;
    }

    private static IResult Error(int status, string error) => Results.Json(new { error }, statusCode: status);
}
