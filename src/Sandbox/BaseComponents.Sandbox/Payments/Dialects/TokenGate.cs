using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Payments.Dialects;

/// <summary>Lets in who brings a token that is valid (RFC 6750), on the machine port only.</summary>
internal sealed class TokenGate(SandboxContext sandbox, AccessTokens tokens) : IEndpointFilter
{
    private const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Connection.LocalPort != sandbox.HttpsPort)
            return PaymentProblems.Forbidden("Nur über https");
        var header = http.Request.Headers.Authorization.ToString();
        if (header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && tokens.IsValid(header[Scheme.Length..]))
            return await next(context);
        http.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return PaymentProblems.Of(StatusCodes.Status401Unauthorized, "FORBIDDEN", "Es fehlt ein gültiges Zugriffstoken");
    }
}
