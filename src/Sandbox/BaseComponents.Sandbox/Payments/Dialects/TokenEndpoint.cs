using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Payments.Dialects;

/// <summary>Gives out access tokens: RFC 6749, client credentials, with the secret in the header or in the body.</summary>
internal sealed class TokenEndpoint(SandboxContext sandbox, AccessTokens tokens)
{
    public const string Path = "/payments/pmpayment/oauth/token";

    public void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, (Delegate)GiveAsync);

    private async Task<IResult> GiveAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.Connection.LocalPort != sandbox.HttpsPort || !context.Request.HasFormContentType)
            return Error(StatusCodes.Status400BadRequest, "invalid_request");
        if (sandbox.Faults.Take(DialectFaults.TokenError) is not null)
            return Results.StatusCode(StatusCodes.Status500InternalServerError);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (Credentials(context.Request, form) is not { AreRight: true })
        {
            context.Response.Headers.WWWAuthenticate = "Basic";
            return Error(StatusCodes.Status401Unauthorized, "invalid_client");
        }

        if (form["grant_type"] != "client_credentials")
            return Error(StatusCodes.Status400BadRequest, "unsupported_grant_type");
        return form["scope"].ToString() is "" or DialectClient.Scope
            ? Results.Json(new { access_token = tokens.Issue(), token_type = "Bearer", expires_in = (int)AccessTokens.Lifetime.TotalSeconds, scope = DialectClient.Scope })
            : Error(StatusCodes.Status400BadRequest, "invalid_scope");
    }

    // One way or the other, never both: RFC 6749, 2.3.
    private static SentCredentials? Credentials(HttpRequest request, IFormCollection form)
    {
        var inHeader = SentCredentials.FromHeader(request)?.Unescaped();
        if (!form.ContainsKey("client_secret"))
            return inHeader;
        return inHeader is null ? new SentCredentials(form["client_id"].ToString(), form["client_secret"].ToString()) : null;
    }

    private static IResult Error(int status, string error) => Results.Json(new { error }, statusCode: status);
}
