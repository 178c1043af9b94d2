using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DogLicence.Walkthrough;

/// <summary>A file for an upload field.</summary>
public sealed record Upload(string Field, string FileName, byte[] Content);

/// <summary>Turns a form on a page into a request, as browsers do.</summary>
public static class Submission
{
    public static HttpRequestMessage Of(Shown page, string buttonText, IReadOnlyDictionary<string, string> values, Upload? upload)
    {
        var button = page.Button(buttonText);
        var form = button.Form ?? throw new WalkException($"The button '{buttonText}' belongs to no form.");
        var target = new Uri(page.Address, form.GetAttribute("action") ?? page.Address.PathAndQuery);
        var fields = Fields(form, values);
        if (button.Name is { Length: > 0 } name)
            fields[name] = button.Value;
        if (!string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase))
            return new HttpRequestMessage(HttpMethod.Get, new UriBuilder(target) { Query = Query(fields) }.Uri);
        return new HttpRequestMessage(HttpMethod.Post, target) { Content = upload is null ? new FormUrlEncodedContent(fields) : Multipart(fields, upload) };
    }

    private static Dictionary<string, string> Fields(IHtmlFormElement form, IReadOnlyDictionary<string, string> values)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in form.QuerySelectorAll("input[name]").OfType<IHtmlInputElement>().Where(input => input.Type is not "file" && (input.Type is not ("radio" or "checkbox") || input.IsChecked)))
            fields[input.Name!] = input.Value;
        foreach (var select in form.QuerySelectorAll("select[name]").OfType<IHtmlSelectElement>())
            fields[select.Name!] = select.Value ?? "";
        foreach (var (name, value) in values)
            fields[name] = form.QuerySelector($"[name={name}]") is not null ? value : throw new WalkException($"The form has no field '{name}'.");
        return fields;
    }

    private static MultipartFormDataContent Multipart(Dictionary<string, string> fields, Upload upload)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        content.Add(new ByteArrayContent(upload.Content), upload.Field, upload.FileName);
        return content;
    }

    private static string Query(Dictionary<string, string> fields) =>
        string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}
