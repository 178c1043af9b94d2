using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BaseComponents.Eid.AspNetCore.Internal.Broker;

/// <summary>The form in which a broker sends its logout token, read no further than one may reach.</summary>
internal static class LogoutForm
{
    private const int Longest = BrokerTokens.Longest + 4096;

    /// <summary>The token, or null where there is none.</summary>
    public static async Task<string?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = Longest;
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || context.Request.ContentLength > Longest)
            return null;
        var limits = new FormOptions { ValueCountLimit = 8, KeyLengthLimit = 64, ValueLengthLimit = BrokerTokens.Longest, MultipartBodyLengthLimit = Longest, BufferBodyLengthLimit = Longest };
        try
        {
            var form = await new FormFeature(context.Request, limits).ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
            return form["logout_token"] is [{ Length: > 0 } token] ? token : null;
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            return null;
        }
    }
}
