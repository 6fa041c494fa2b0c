// Certificates for tests: good ones and each kind of bad one.
#pragma once

#include <QByteArray>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

namespace passel::test {

using PKey = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Certificate = std::unique_ptr<X509, decltype(&X509_free)>;

inline PKey makeKey()
{
    return {EVP_EC_gen("P-256"), &EVP_PKEY_free};
}

inline PKey makeWeakKey()
{
    return {EVP_RSA_gen(1024), &EVP_PKEY_free};
}

struct Wanted
{
    long fromDays = -1;
    long untilDays = 30;
    const char *names = "IP:127.0.0.1,DNS:localhost";
    bool isAuthority = false;
};

//! \brief A certificate of \a key, issued by \a issuer with its key, or by itself.
inline Certificate makeCertificate(EVP_PKEY *key, const Wanted &wanted, X509 *issuer = nullptr,
                                   EVP_PKEY *issuerKey = nullptr)
{
    Certificate certificate(X509_new(), &X509_free);
    X509 *x = certificate.get();
    static long serial = 1;
    X509_set_version(x, 2);
    ASN1_INTEGER_set(X509_get_serialNumber(x), serial++);
    X509_gmtime_adj(X509_getm_notBefore(x), wanted.fromDays * 86'400);
    X509_gmtime_adj(X509_getm_notAfter(x), wanted.untilDays * 86'400);
    X509_set_pubkey(x, key);
    const char *name = wanted.isAuthority ? "Test authority" : "Test server";
    X509_NAME_add_entry_by_txt(X509_get_subject_name(x), "CN", MBSTRING_ASC,
                               reinterpret_cast<const unsigned char *>(name), -1, -1, 0);
    X509_set_issuer_name(x, X509_get_subject_name(issuer ? issuer : x));
    const auto add = [&](int nid, const char *value) {
        X509V3_CTX context;
        X509V3_set_ctx(&context, issuer ? issuer : x, x, nullptr, nullptr, 0);
        X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
        X509_add_ext(x, extension, -1);
        X509_EXTENSION_free(extension);
    };
    add(NID_subject_alt_name, wanted.names);
    if (wanted.isAuthority)
        add(NID_basic_constraints, "critical,CA:TRUE");
    X509_sign(x, issuerKey ? issuerKey : key, EVP_sha256());
    return certificate;
}

inline QByteArray toPem(X509 *certificate)
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(bio, certificate);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray pem(data, size);
    BIO_free(bio);
    return pem;
}

inline QByteArray toPem(EVP_PKEY *key)
{
    BIO *bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    QByteArray pem(data, size);
    BIO_free(bio);
    return pem;
}

inline QSslCertificate toQt(X509 *certificate)
{
    return QSslCertificate(toPem(certificate));
}

//! \brief What a server shows.
inline QSslConfiguration serverConfiguration(X509 *certificate, EVP_PKEY *key)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(toQt(certificate));
    configuration.setPrivateKey(
        QSslKey(toPem(key), EVP_PKEY_base_id(key) == EVP_PKEY_RSA ? QSsl::Rsa : QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace passel::test
