/// What `Sample.backup` looks like in version 1.1.
enum ExpectedText {
    static let json31 = """
        {
          "openapi": "3.1.0",
          "info": {
            "title": "Backup",
            "version": "1.1",
            "description": "Keeps copies.\\nReturns them.",
            "x-apidoc-service": "backup",
            "x-apidoc-provider": "SCP",
            "x-apidoc-status": "current",
            "x-apidoc-headers": {
              "Scp-Accesskey": "{access-key}",
              "Scp-Signature": "{signature}",
              "Scp-Timestamp": "{timestamp}",
              "Scp-ClientType": "Openapi",
              "Accept-Language": "en-US",
              "Scp-Api-Version": "backup {version}"
            },
            "x-apidoc-authentication": "scp-hmac"
          },
          "servers": [
            {
              "url": "https://backup.{region}.{environment}.example.com",
              "variables": {
                "region": {
                  "enum": [
                    "kr-west1",
                    "kr-east1"
                  ],
                  "default": "kr-west1"
                },
                "environment": {
                  "enum": [
                    "s",
                    "e"
                  ],
                  "default": "s"
                }
              },
              "x-apidoc-pairs": [
                {
                  "environment": "s",
                  "region": "kr-west1"
                },
                {
                  "environment": "s",
                  "region": "kr-east1"
                },
                {
                  "environment": "e",
                  "region": "kr-west1"
                }
              ]
            }
          ],
          "security": [
            {
              "accessKey": [],
              "signature": [],
              "timestamp": []
            }
          ],
          "paths": {
            "/v1/backups": {
              "post": {
                "operationId": "createBackup",
                "summary": "Create Backup",
                "description": "Creates a backup.",
                "parameters": [
                  {
                    "$ref": "#/components/parameters/Scp-ClientType"
                  },
                  {
                    "$ref": "#/components/parameters/Accept-Language"
                  },
                  {
                    "$ref": "#/components/parameters/Scp-Api-Version"
                  }
                ],
                "requestBody": {
                  "required": true,
                  "content": {
                    "application/json": {
                      "schema": {
                        "$ref": "#/components/schemas/BackupCreateRequest1Dot1"
                      },
                      "example": {
                        "policy": "DAY"
                      }
                    }
                  },
                  "x-apidoc-recovered": [
                    "request-example"
                  ]
                },
                "responses": {
                  "202": {
                    "description": "Accepted",
                    "content": {
                      "application/json": {
                        "schema": {
                          "$ref": "#/components/schemas/Backup"
                        },
                        "example": {
                          "id": "b1"
                        }
                      }
                    }
                  },
                  "401": {
                    "description": "Unauthorized",
                    "x-apidoc-undescribed": true
                  }
                },
                "x-apidoc-lost": [
                  "parameters"
                ],
                "x-apidoc-example": {
                  "path": "/v1/backups",
                  "status": 202
                }
              }
            },
            "/v1/backups/{backup_id}": {
              "delete": {
                "operationId": "deleteBackup",
                "summary": "Delete Backup",
                "parameters": [
                  {
                    "name": "backup_id",
                    "in": "path",
                    "description": "Backup ID",
                    "required": true,
                    "schema": {
                      "type": "string"
                    },
                    "example": "b1"
                  },
                  {
                    "name": "force",
                    "in": "query",
                    "schema": {
                      "type": [
                        "boolean",
                        "null"
                      ],
                      "default": false
                    }
                  },
                  {
                    "$ref": "#/components/parameters/Scp-ClientType"
                  },
                  {
                    "$ref": "#/components/parameters/Accept-Language"
                  },
                  {
                    "$ref": "#/components/parameters/Scp-Api-Version"
                  }
                ],
                "responses": {
                  "204": {
                    "description": "No Content",
                    "x-apidoc-undescribed": true
                  }
                }
              }
            }
          },
          "components": {
            "schemas": {
              "Backup": {
                "type": "object",
                "description": "A copy",
                "required": [
                  "id"
                ],
                "properties": {
                  "id": {
                    "type": "string"
                  },
                  "parent": {
                    "anyOf": [
                      {
                        "$ref": "#/components/schemas/Backup"
                      },
                      {
                        "type": "null"
                      }
                    ]
                  },
                  "size": {
                    "type": [
                      "integer",
                      "null"
                    ],
                    "format": "int64",
                    "examples": [
                      3
                    ]
                  }
                }
              },
              "BackupCreateRequest1Dot1": {
                "type": "object",
                "required": [
                  "policy"
                ],
                "properties": {
                  "policy": {
                    "type": "string",
                    "enum": [
                      "WEEK",
                      "DAY"
                    ],
                    "default": "WEEK"
                  }
                },
                "x-apidoc-recovered": [
                  "request-example"
                ]
              },
              "Agent": {
                "x-apidoc-lost": true
              }
            },
            "parameters": {
              "Scp-ClientType": {
                "name": "Scp-ClientType",
                "in": "header",
                "required": true,
                "schema": {
                  "type": "string"
                },
                "example": "Openapi",
                "x-apidoc-shared": true
              },
              "Accept-Language": {
                "name": "Accept-Language",
                "in": "header",
                "required": true,
                "schema": {
                  "type": "string"
                },
                "example": "en-US",
                "x-apidoc-shared": true
              },
              "Scp-Api-Version": {
                "name": "Scp-Api-Version",
                "in": "header",
                "schema": {
                  "type": "string",
                  "enum": [
                    "backup 1.1"
                  ]
                },
                "x-apidoc-shared": true
              }
            },
            "securitySchemes": {
              "accessKey": {
                "type": "apiKey",
                "name": "Scp-Accesskey",
                "in": "header",
                "description": "The access key that belongs to the secret key.",
                "x-apidoc-shared": true
              },
              "signature": {
                "type": "apiKey",
                "name": "Scp-Signature",
                "in": "header",
                "description": "Base64 of the HMAC-SHA256, keyed with the secret key, of: method, URL with its \
        query as encodeURI of ECMAScript encodes it, timestamp, access key, client type; nothing in between.",
                "x-apidoc-shared": true
              },
              "timestamp": {
                "type": "apiKey",
                "name": "Scp-Timestamp",
                "in": "header",
                "description": "The time of the request in milliseconds since 1970-01-01T00:00:00Z.",
                "x-apidoc-shared": true
              }
            }
          }
        }

        """

    static let yaml30 = """
        openapi: '3.0.3'
        info:
          title: Backup
          version: '1.1'
          description: |-
            Keeps copies.
            Returns them.
          x-apidoc-service: backup
          x-apidoc-provider: SCP
          x-apidoc-status: current
          x-apidoc-headers:
            Scp-Accesskey: '{access-key}'
            Scp-Signature: '{signature}'
            Scp-Timestamp: '{timestamp}'
            Scp-ClientType: Openapi
            Accept-Language: en-US
            Scp-Api-Version: backup {version}
          x-apidoc-authentication: scp-hmac
        servers:
          - url: https://backup.{region}.{environment}.example.com
            variables:
              region:
                enum: [kr-west1, kr-east1]
                default: kr-west1
              environment:
                enum: [s, e]
                default: s
            x-apidoc-pairs:
              - environment: s
                region: kr-west1
              - environment: s
                region: kr-east1
              - environment: e
                region: kr-west1
        security:
          - accessKey: []
            signature: []
            timestamp: []
        paths:
          /v1/backups:
            post:
              operationId: createBackup
              summary: Create Backup
              description: Creates a backup.
              parameters:
                - $ref: '#/components/parameters/Scp-ClientType'
                - $ref: '#/components/parameters/Accept-Language'
                - $ref: '#/components/parameters/Scp-Api-Version'
              requestBody:
                required: true
                content:
                  application/json:
                    schema:
                      $ref: '#/components/schemas/BackupCreateRequest1Dot1'
                    example:
                      policy: DAY
                x-apidoc-recovered: [request-example]
              responses:
                '202':
                  description: Accepted
                  content:
                    application/json:
                      schema:
                        $ref: '#/components/schemas/Backup'
                      example:
                        id: b1
                '401':
                  description: Unauthorized
                  x-apidoc-undescribed: true
              x-apidoc-lost: [parameters]
              x-apidoc-example:
                path: /v1/backups
                status: 202
          /v1/backups/{backup_id}:
            delete:
              operationId: deleteBackup
              summary: Delete Backup
              parameters:
                - name: backup_id
                  in: path
                  description: Backup ID
                  required: true
                  schema:
                    type: string
                  example: b1
                - name: force
                  in: query
                  schema:
                    type: boolean
                    nullable: true
                    default: false
                - $ref: '#/components/parameters/Scp-ClientType'
                - $ref: '#/components/parameters/Accept-Language'
                - $ref: '#/components/parameters/Scp-Api-Version'
              responses:
                '204':
                  description: No Content
                  x-apidoc-undescribed: true
        components:
          schemas:
            Backup:
              type: object
              description: A copy
              required: [id]
              properties:
                id:
                  type: string
                parent:
                  allOf:
                    - $ref: '#/components/schemas/Backup'
                  nullable: true
                size:
                  type: integer
                  format: int64
                  nullable: true
                  example: 3
            BackupCreateRequest1Dot1:
              type: object
              required: [policy]
              properties:
                policy:
                  type: string
                  enum: [WEEK, DAY]
                  default: WEEK
              x-apidoc-recovered: [request-example]
            Agent:
              x-apidoc-lost: true
          parameters:
            Scp-ClientType:
              name: Scp-ClientType
              in: header
              required: true
              schema:
                type: string
              example: Openapi
              x-apidoc-shared: true
            Accept-Language:
              name: Accept-Language
              in: header
              required: true
              schema:
                type: string
              example: en-US
              x-apidoc-shared: true
            Scp-Api-Version:
              name: Scp-Api-Version
              in: header
              schema:
                type: string
                enum: [backup 1.1]
              x-apidoc-shared: true
          securitySchemes:
            accessKey:
              type: apiKey
              name: Scp-Accesskey
              in: header
              description: The access key that belongs to the secret key.
              x-apidoc-shared: true
            signature:
              type: apiKey
              name: Scp-Signature
              in: header
              description: 'Base64 of the HMAC-SHA256, keyed with the secret key, of: method, URL with its \
        query as encodeURI of ECMAScript encodes it, timestamp, access key, client type; nothing in between.'
              x-apidoc-shared: true
            timestamp:
              type: apiKey
              name: Scp-Timestamp
              in: header
              description: The time of the request in milliseconds since 1970-01-01T00:00:00Z.
              x-apidoc-shared: true

        """
}
