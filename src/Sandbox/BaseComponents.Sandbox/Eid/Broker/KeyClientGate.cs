using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using OpenIddict.Abstractions;

namespace BaseComponents.Sandbox.Eid.Broker;

/// <summary>Stands before OpenIddict, which knows no signed requests: takes what the application with the key has signed apart, and refuses what it should have signed.</summary>
internal sealed class KeyClientGate(KeyClient client, ClientTokens tokens)
{
    private const string AssertionKind = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (request.Path == BrokerAddresses.AuthorizationPath && HttpMethods.IsGet(request.Method) && request.Query["client_id"] == KeyClient.Id)
            await OpenAsync(context, next);
        else if (request.HasFormContentType && (request.Path == BrokerAddresses.TokenPath || request.Path == BrokerAddresses.PushedPath) && IsOurs(request.Form))
            await ProveAsync(context, next);
        else
            await next(context);
    }

    private static bool IsOurs(IFormCollection form) => form["client_id"] == KeyClient.Id || form.ContainsKey("client_assertion");

    private async Task OpenAsync(HttpContext context, RequestDelegate next)
    {
        if (!StringValues.IsNullOrEmpty(context.Request.Query["request_uri"]))
        {
            await next(context);
            return;
        }

        if (await tokens.RequestAsync(context.Request.Query["request"].ToString()) is not { } signed)
        {
            await ChoosePersonPage.Mistake("invalid_request_object", "This client signs its requests: 'request' is missing, of another key, expired, or was used before.").ExecuteAsync(context);
            return;
        }

        context.Request.QueryString = QueryString.Create(signed.Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value)));
        await next(context);
    }

    private async Task ProveAsync(HttpContext context, RequestDelegate next)
    {
        var form = context.Request.Form;
        if (form["client_assertion_type"] != AssertionKind || !await tokens.IsAssertionAsync(form["client_assertion"].ToString()))
        {
            await RefuseAsync(context, OpenIddictConstants.Errors.InvalidClient, "client_assertion is missing, of another key, expired, or was used before.");
            return;
        }

        var fields = form.Where(field => !field.Key.StartsWith("client_assertion", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        if (context.Request.Path == BrokerAddresses.PushedPath)
        {
            if (await tokens.RequestAsync(form["request"].ToString()) is not { } signed)
            {
                await RefuseAsync(context, "invalid_request_object", "This client signs its requests: 'request' is missing, of another key, expired, or was used before.");
                return;
            }

            fields = signed.ToDictionary(parameter => parameter.Key, parameter => new StringValues(parameter.Value), StringComparer.Ordinal);
        }

        (fields["client_id"], fields["client_secret"]) = (KeyClient.Id, client.Secret);
        context.Request.Form = new FormCollection(fields);
        await next(context);
    }

    private static Task RefuseAsync(HttpContext context, string error, string description)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsJsonAsync(new { error, error_description = description });
    }
}
