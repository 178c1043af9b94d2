using System.Globalization;
using System.Text.Json;
using BaseComponents.Sandbox.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace BaseComponents.Sandbox.Authorities.Bulk;

/// <summary>The service of bulk data: tokens and pages over https, and over http what a test changes.</summary>
/// <remarks>German: Bereitstelldienst.</remarks>
internal sealed class BulkEndpoints(SandboxContext sandbox, OfficeHistory history)
{
    public const string BasePath = "/authorities/bulk/";
    public const string TokenPath = BasePath + "token";
    private const string PagePath = BasePath + "v3/verwaltungsobjekte/xzufi-2-3-1";
    private const string ChangePath = BasePath + "changes";
    private const int EntriesOfPage = 20;
    private readonly BulkTokens _tokens = new(sandbox);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var machine = endpoints.MapGroup("").AddEndpointFilter(static async (context, next) => context.HttpContext.Request.IsHttps ? await next(context) : Results.NotFound());
        machine.MapPost(TokenPath, (Delegate)_tokens.GiveAsync);
        machine.MapGet(PagePath, (Delegate)GiveAsync);
        endpoints.MapPost(ChangePath, (OfficeChange change) => history.TryChange(change) ? Results.Json(new { index = history.Count - 1 }) : Results.NotFound());
    }

    /// <summary>What an application needs to fetch from here.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Configuration(SandboxContext sandbox, string section) => new Dictionary<string, string?>
    {
        [$"{section}:Environment"] = "Sandbox",
        [$"{section}:BaseAddress"] = new Uri(sandbox.HttpsAddress, BasePath).AbsoluteUri,
        [$"{section}:Query"] = "index=0",
        [$"{section}:TokenAddress"] = new Uri(sandbox.HttpsAddress, TokenPath).AbsoluteUri,
        [$"{section}:ClientId"] = BulkClient.Name,
        [$"{section}:ClientSecret"] = BulkClient.Secret,
        [$"{section}:TrustAnchorsPem"] = sandbox.Authority.RootPem,
    };

    private async Task<IResult> GiveAsync(HttpContext context)
    {
        if (!_tokens.AreIn(context.Request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        if (!int.TryParse(context.Request.Query["index"], NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index > history.Count)
            return Results.BadRequest();
        return Refusal(context.Response) ?? await PageAsync(context, index);
    }

    private IResult? Refusal(HttpResponse response)
    {
        if (sandbox.Faults.Take(BulkFaults.Unavailable) is not null)
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (sandbox.Faults.Take(BulkFaults.Busy) is not { } busy)
            return null;
        response.Headers.RetryAfter = Seconds(busy);
        return Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }

    private async Task<IResult> PageAsync(HttpContext context, int index)
    {
        if (sandbox.Faults.Take(BulkFaults.Delay) is { } delay)
            await Task.Delay(TimeSpan.FromMilliseconds(delay.Milliseconds), context.RequestAborted);
        if (sandbox.Faults.Take(BulkFaults.UsedUp) is { } used)
        {
            context.Response.Headers["RateLimit-Remaining"] = "0";
            context.Response.Headers["RateLimit-Reset"] = Seconds(used);
        }

        if (sandbox.Faults.Take(BulkFaults.WrongJson) is not null)
            return Results.Text("{\"xzufiObjekte\":\"<a/>\",\"vollstaendig\":vielleicht}", "application/json");
        if (sandbox.Faults.Take(BulkFaults.Huge) is not null)
            return new HugeAnswer();
        var answer = Spoilt(Answer(index), index);
        return sandbox.Faults.Take(BulkFaults.Cut) is null ? Results.Json(answer) : new HalfAnswer(JsonSerializer.SerializeToUtf8Bytes(answer));
    }

    private BulkAnswer Answer(int index)
    {
        var entries = history.From(index, EntriesOfPage);
        var next = index + entries.Count;
        return new BulkAnswer(entries.Count == 0 ? "" : NewerXzufi.Of(BulkMessage.Write(entries, index)), next >= history.Count, next, Address(next));
    }

    private BulkAnswer Spoilt(BulkAnswer answer, int index)
    {
        if (sandbox.Faults.Take(BulkFaults.ForeignAddress) is not null)
            return answer with { IsComplete = false, NextAddress = $"https://fremd.example{PagePath}?index={answer.NextIndex}" };
        if (sandbox.Faults.Take(BulkFaults.Loop) is not null)
            return answer with { IsComplete = false, NextIndex = index, NextAddress = Address(index) };
        if (sandbox.Faults.Take(BulkFaults.RepeatedPage) is not null)
            return Answer(Math.Max(0, index - EntriesOfPage));
        return sandbox.Faults.Take(BulkFaults.WrongXml) is null ? answer : answer with { Objects = answer.Objects[..(answer.Objects.Length / 2)] };
    }

    private string Address(int index) => new Uri(sandbox.HttpsAddress, string.Create(CultureInfo.InvariantCulture, $"{PagePath}?index={index}")).AbsoluteUri;

    private static string Seconds(SandboxFault fault) => Math.Ceiling(fault.Milliseconds / 1000.0).ToString(CultureInfo.InvariantCulture);
}
