using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BaseComponents.Tests.Payments.Notifications;

/// <summary>Bodies of requests that hold genuine fields and are no form all the same, or too much of one.</summary>
internal static class WrongBodies
{
    public static IReadOnlyList<string> All => ["huge", "huge, length not told", "many fields", "a long name", "JSON", "XML", "multipart", "text", "no type", "no body", "half a form"];

    public static HttpContent? Of(string what, List<KeyValuePair<string, string>> fields)
    {
        var form = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        return what switch
        {
            "huge" => Form(form + "&x=" + new string('x', 1_000_000)),
            "huge, length not told" => new EndlessForm(form + "&x="),
            "many fields" => Form(form + string.Concat(Enumerable.Range(0, 100).Select(number => $"&f{number}=1"))),
            "a long name" => Form(form + "&" + new string('x', 500) + "=1"),
            "JSON" => new StringContent("{" + string.Join(',', fields.Select(field => $"\"{field.Key}\":\"{field.Value}\"")) + "}", Encoding.UTF8, "application/json"),
            "XML" => new StringContent("<a>" + string.Concat(fields.Select(field => $"<{field.Key}>{field.Value}</{field.Key}>")) + "</a>", Encoding.UTF8, "text/xml"),
            "multipart" => Multipart(fields),
            "text" => new StringContent(form, Encoding.UTF8, "text/plain"),
            "no type" => new ByteArrayContent(Encoding.UTF8.GetBytes(form)),
            "half a form" => Form(form[..(form.Length / 2)]),
            _ => null,
        };
    }

    private static StringContent Form(string text) => new(text, Encoding.UTF8, "application/x-www-form-urlencoded");

    private static MultipartFormDataContent Multipart(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return content;
    }

    /// <summary>A megabyte whose length nobody says beforehand.</summary>
    private sealed class EndlessForm : HttpContent
    {
        private readonly string _start;

        public EndlessForm(string start)
        {
            _start = start;
            Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(_start));
            var piece = new byte[1000];
            Array.Fill(piece, (byte)'x');
            for (var count = 0; count < 1000; count++)
                await stream.WriteAsync(piece);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
