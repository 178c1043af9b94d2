using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Http;

namespace BaseComponents.Sandbox.Payments.Dialects;

/// <summary>Lets in who knows name and password (RFC 7617), on the machine port only.</summary>
internal sealed class PasswordGate(SandboxContext sandbox) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Connection.LocalPort != sandbox.HttpsPort)
            return PaymentProblems.Forbidden("Nur über https");
        if (SentCredentials.FromHeader(http.Request) is { AreRight: true })
            return await next(context);
        http.Response.Headers.WWWAuthenticate = "Basic realm=\"ePay21\", charset=\"UTF-8\"";
        return PaymentProblems.Of(StatusCodes.Status401Unauthorized, "FORBIDDEN", "Name oder Passwort ist falsch");
    }
}
