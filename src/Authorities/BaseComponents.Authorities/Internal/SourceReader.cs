using System.Text;
using System.Text.Json;
using System.Xml;

namespace BaseComponents.Authorities.Internal;

/// <summary>Opens one source and hands its content to a reader, within the limits for size and time.</summary>
internal sealed class SourceReader(Func<HttpClient> client, AuthoritiesOptions options, TimeProvider clock)
{
    /// <exception cref="AuthoritiesException">The source is unreachable, refuses, is too large or not in the expected form.</exception>
    public async Task ReadAsync(string location, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(options.DownloadTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await (DataSource.AddressOf(location) is { } address
                ? FromAddressAsync(location, address, read, either.Token)
                : FromFileAsync(location, read, either.Token)).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failures.TimedOut(location, options.DownloadTimeout, exception);
        }
        catch (DataTooLargeException exception)
        {
            throw Failures.TooLarge(location, options.MaxFileBytes, exception);
        }
        catch (Exception exception) when (exception is XmlException or JsonException or InvalidDataException or DecoderFallbackException)
        {
            throw Failures.Invalid(location, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Failures.Unreachable(location, exception);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or AuthoritiesException))
        {
            // What a source sends must not be able to end the application that reads it.
            throw Failures.Unexpected(location, exception);
        }
    }

    private async Task FromAddressAsync(string location, Uri address, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        using var http = client();
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode)
            throw Failures.Refused(location, response.StatusCode, CorrelationOf(response));
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        using var limited = new LimitedStream(stream, options.MaxFileBytes);
        await read(limited, cancellationToken).ConfigureAwait(false);
    }

    private async Task FromFileAsync(string path, Func<Stream, CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        using var limited = new LimitedStream(OpenFile(path), options.MaxFileBytes);
        await read(limited, cancellationToken).ConfigureAwait(false);
    }

    private static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, useAsync: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Failures.Unreadable(path, exception);
        }
    }

    public static string? CorrelationOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues("X-Request-ID", out var values) && values.First() is { Length: <= 100 } id ? id : null;
}
